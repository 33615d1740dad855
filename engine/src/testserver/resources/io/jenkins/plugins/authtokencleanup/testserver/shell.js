var box = function () { return document.getElementById('zcontiner'); };
var rowBoxes = function () { return Array.from(box().querySelectorAll('#trow a[data-enctoken]')); };
var isTicked = function (a) { return a.className === 'apitoken-checked'; };
var tick = function (a, on) { a.className = on ? 'apitoken-checked' : 'apitoken-unchecked'; };

function showPanel() {
  var wanted = location.hash === '#sessions/userauthtoken';
  document.getElementById('userauthtoken').className = wanted ? 'here' : '';
  if (!wanted) { box().innerHTML = '<p>Choose a page on the left.</p>'; return; }
  fetch(contextpath + '/ui/settings/api-tokens.jsp', {credentials: 'same-origin'}).then(function (reply) { return reply.text(); })
    .then(function (text) {
      if (text.charAt(0) === '{') { box().textContent = 'Please confirm your password: ' + text; return; }
      if (/<html/i.test(text)) { location.reload(); return; }
      box().innerHTML = text;
      var notice = document.getElementById('notice');
      notice.textContent = sessionStorage.getItem('notice') || '';
      sessionStorage.removeItem('notice');
    });
}

function remove(body) {
  fetch(contextpath + '/u/authtoken', {
    method: 'POST', credentials: 'same-origin', body: body + '&' + csrfPair(),
    headers: {'Content-Type': 'application/x-www-form-urlencoded;charset=UTF-8'}
  }).then(function (reply) { return reply.text(); }).then(function (text) {
    var answer = text.trim();
    sessionStorage.setItem('notice', answer.charAt(0) === '<' ? 'That did not work.' : answer);
    location.reload();
  });
}

function removeSelected() {
  var boxes = rowBoxes();
  var ticked = boxes.filter(isTicked);
  if (ticked.length === 0) { return; }
  if (ticked.length === boxes.length) { remove('action=delete_all'); return; }
  var list = ticked.map(function (a) { return a.getAttribute('data-enctoken') + ','; }).join('');
  remove('action=delete_selected&authtokens=' + encodeURIComponent(list));
}

document.addEventListener('click', function (event) {
  var a = event.target;
  if (a.id === 'removeselected') { removeSelected(); return; }
  if (a.tagName !== 'A') { return; }
  if (a.id === 'apitoken_check_all') {
    var on = !isTicked(a);
    tick(a, on);
    rowBoxes().forEach(function (each) { tick(each, on); });
  } else if (a.hasAttribute('data-enctoken')) {
    tick(a, !isTicked(a));
    tick(document.getElementById('apitoken_check_all'), rowBoxes().every(isTicked));
  } else if (a.className === 'removeone') {
    var handle = a.closest('#trow').querySelector('a[data-enctoken]').getAttribute('data-enctoken');
    remove('action=delete&token=' + encodeURIComponent(handle));
  } else { return; }
  event.preventDefault();
});
window.addEventListener('hashchange', showPanel);
window.addEventListener('DOMContentLoaded', showPanel);
