var uriPrefix = contextpath + '/signin/v2/';
function showmessage(text) { document.getElementById('msg').textContent = text; }
function post(address, type, body) {
  return fetch(address, {
    method: 'POST', credentials: 'same-origin', body: body,
    headers: {'Content-Type': type, 'X-ZCSRF-TOKEN': csrfPair()}
  }).then(function (reply) { return reply.json(); });
}
function refused(answer) { throw new Error(answer.errors[0].message); }
function signInV2(form) {
  var lookup = contextpath + '/signin/v2/lookup/' + encodeURIComponent(form.LOGIN_ID.value);
  post(lookup, 'application/x-www-form-urlencoded;charset=UTF-8', 'mode=primary&cli_time=' + Date.now()).then(function (found) {
    if (!found.lookup) { refused(found); }
    return post(uriPrefix + 'primary/' + found.lookup.identifier + '/password?digest=' + found.lookup.digest + '&cli_time=' + Date.now(),
      'application/json;charset=UTF-8', JSON.stringify({passwordauth: {password: form.PASSWORD.value}}));
  }).then(function (answer) {
    if (!answer.passwordauth) { refused(answer); }
    location.href = answer.passwordauth.redirect_uri;
  }).catch(function (e) { showmessage(e.message); });
  return false;
}
