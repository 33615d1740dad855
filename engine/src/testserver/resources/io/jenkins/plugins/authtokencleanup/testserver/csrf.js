// The pair that a POST needs: the page's own, else the newest hidden field's, else the cookie's.
function csrfPair() {
  if (typeof csrfParam === 'string') { return csrfParam; }
  var fields = document.querySelectorAll('input[type=hidden][name="' + csrfNames.parameter + '"]');
  var value = fields.length > 0 ? fields[fields.length - 1].value : '';
  if (!value) {
    document.cookie.split('; ').forEach(function (pair) {
      if (pair.indexOf(csrfNames.cookie + '=') === 0) { value = pair.substring(csrfNames.cookie.length + 1); }
    });
  }
  return csrfNames.parameter + '=' + encodeURIComponent(value);
}
