function showmessage(text) { document.getElementById('msg').textContent = text; }
function cookieOf(name) {
  return document.cookie.split('; ').reduce(function (found, pair) {
    return pair.indexOf(name + '=') === 0 ? pair.substring(name.length + 1) : found;
  }, '');
}
function post(path, type, body) {
  var base = typeof uriPrefix === 'string' ? uriPrefix : contextpath;
  return fetch(base + path, {
    method: 'POST', credentials: 'same-origin', body: body,
    headers: {'Content-Type': type, 'X-ZCSRF-TOKEN': csrfParam + '=' + cookieOf(csrfCookieName)}
  }).then(function (reply) { return reply.json(); });
}
function accepted(answer) {
  if (answer.errors) { throw new Error(answer.errors[0].message); }
  return answer;
}
function submitsignin(form) {
  var form_type = 'application/x-www-form-urlencoded;charset=UTF-8';
  post('/signin/v2/lookup/' + encodeURIComponent(form.LOGIN_ID.value), form_type, 'mode=primary&' + signinParams).then(function (found) {
    var lookup = accepted(found).lookup;
    var modes = lookup.modes.allowed_modes;
    var directory = modes.indexOf('ldappasswordauth') >= 0;
    if (!directory && modes.indexOf('password') < 0) { throw new Error('Sign in by: ' + modes.join(', ')); }
    var body = {};
    body[directory ? 'ldappasswordauth' : 'passwordauth'] = {password: form.PASSWORD.value};
    return post((directory ? '/onpremise' : '') + '/signin/v2/primary/' + lookup.identifier + (directory ? '/ldappasswordauth' : '/password')
      + '?digest=' + lookup.digest + '&' + signinParams, 'application/json;charset=UTF-8', JSON.stringify(body));
  }).then(function (answer) {
    var result = accepted(answer).passwordauth || answer.ldappasswordauth;
    if (result.redirect_uri) { location.href = result.redirect_uri; } else { showmessage(answer.message); }
  }).catch(function (e) { showmessage(e.message); });
  return false;
}
