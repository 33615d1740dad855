function showmessage(text) { document.getElementById('msg').textContent = text; }
function showsuccess(url) { location.href = url; }
function switchto(url) { location.href = url; }
function showhiperror(code) { showmessage('Enter the characters of the picture (' + code + ').'); }
function showerror(text) { showmessage(text); }
function signIn(form) {
  var body = new URLSearchParams();
  body.append('LOGIN_ID', form.LOGIN_ID.value);
  body.append('PASSWORD', form.PASSWORD.value);
  for (var name in extraFields) { body.append(name, extraFields[name]); }
  if ('cli_time' in extraFields) { body.set('cli_time', Date.now()); }
  fetch(signInAddress, {
    method: 'POST', credentials: 'same-origin', body: body.toString() + '&' + csrfPair(),
    headers: {'Content-Type': 'application/x-www-form-urlencoded;charset=UTF-8'}
  }).then(function (reply) { return reply.text(); }).then(function (text) {
    if (/^\s*(showsuccess|switchto|showhiperror|showerror)\(/.test(text)) { (0, eval)(text); } else { location.reload(); }
  });
  return false;
}
