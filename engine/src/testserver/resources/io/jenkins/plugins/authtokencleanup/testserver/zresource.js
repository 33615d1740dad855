// Every call carries the CSRF pair in a header: the page's own, else the cookie's value.
function csrfPair() {
  var value = '';
  document.cookie.split('; ').forEach(function (pair) {
    if (pair.indexOf(csrfCookieName + '=') === 0) { value = pair.substring(csrfCookieName.length + 1); }
  });
  return value || typeof csrfParam === 'undefined' ? csrfParamName + '=' + value : csrfParam;
}
function call(method, address) {
  var headers = {'X-ZCSRF-TOKEN': csrfPair()};
  if (method === 'DELETE') { headers['X-HTTP-Method-Override'] = 'DELETE'; }
  return fetch(address, {method: method === 'GET' ? 'GET' : 'POST', credentials: 'same-origin', headers: headers})
    .then(function (reply) { return reply.text(); })
    .then(function (text) {
      try { return JSON.parse(text); } catch (e) { location.reload(); throw e; }
    });
}
