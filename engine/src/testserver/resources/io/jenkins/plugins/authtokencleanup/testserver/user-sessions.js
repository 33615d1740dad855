var box = function () { return document.getElementById('zcontiner'); };
var rowBoxes = function () { return Array.from(box().querySelectorAll('#trow input')); };

function element(name, text) {
  var made = document.createElement(name);
  made.textContent = text || '';
  return made;
}

function drawToken(handle, token) {
  var row = element('tr');
  row.id = 'trow';
  var tick = element('input');
  tick.type = 'checkbox';
  tick.dataset.handle = handle;
  row.appendChild(element('td')).appendChild(tick);
  [token.authtoken_name, token.authtoken_ticket, token.authtoken_scope, token.created_time_formated].forEach(function (text) {
    row.appendChild(element('td', text));
  });
  var last = row.appendChild(element('td', token.last_accesed_time));
  last.className = 'lastaccess';
  last.dataset.used = 'last_accessed_ip' in token || 'last_accessed_device' in token;
  return row;
}

function drawTokens(tokens) {
  box().innerHTML = '<div class="panelhead"><h2>Active AuthTokens</h2>'
    + '<button type="button" id="removeselected">Remove Selected</button></div><p id="notice"></p>'
    + '<table id="apitokenstbl"><tbody><tr><th><input type="checkbox" id="apitoken_check_all"></th><th>Name</th><th>AuthToken</th>'
    + '<th>Scope</th><th>Generated Time</th><th>Last Accessed Time</th></tr></tbody></table>';
  var table = box().querySelector('tbody');
  Object.keys(tokens).forEach(function (handle) { table.appendChild(drawToken(handle, tokens[handle])); });
  if (Object.keys(tokens).length === 0) { box().querySelector('#apitoken_check_all').remove(); }
}

function showTokens() {
  var wanted = location.hash === '#sessions/userauthtoken' && document.getElementById('userauthtoken') !== null;
  if (!wanted) { box().innerHTML = '<p>Choose a page on the left.</p>'; return Promise.resolve(); }
  return call('GET', URI.user(['User', 'Preferences', 'ActiveAuthtokens'])).then(function (answer) {
    if (!answer.User) { box().textContent = answer.localized_message || answer.cause || 'That did not work.'; return; }
    drawTokens(answer.User.authtokens || {});
  });
}

function remove(requests) {
  if (requests.length === 0) { return Promise.resolve('Removed'); }
  return call('DELETE', URI.tokens(requests[0])).then(function (answer) {
    return answer.status_code < 300 ? remove(requests.slice(1)) : answer.localized_message;
  });
}

function removeSelected() {
  var boxes = rowBoxes();
  var handles = boxes.filter(function (each) { return each.checked; }).map(function (each) { return each.dataset.handle; });
  if (handles.length === 0) { return; }
  var plain = handles.every(function (handle) { return /^[a-zA-Z0-9]+$/.test(handle); });
  var requests = handles.length === boxes.length ? [[]] : plain ? [handles] : handles.map(function (handle) { return [handle]; });
  remove(requests).then(function (said) {
    return showTokens().then(function () { document.getElementById('notice').textContent = said; });
  });
}

document.addEventListener('click', function (event) {
  if (event.target.id === 'removeselected') { removeSelected(); }
  if (event.target.id === 'apitoken_check_all') {
    rowBoxes().forEach(function (each) { each.checked = event.target.checked; });
  }
});
window.addEventListener('hashchange', showTokens);
window.addEventListener('DOMContentLoaded', showTokens);
