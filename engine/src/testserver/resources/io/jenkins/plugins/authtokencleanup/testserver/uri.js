// Where the accounts application keeps the signed-in user's things.
var URI = {
  user: function (include) { return contextpath + '/webclient/v1/account/self/user/self?include=' + include.join(','); },
  tokens: function (handles) {
    var all = contextpath + '/webclient/v1/account/self/user/self/activeauthtokens';
    return handles.length === 0 ? all : all + '/' + handles.map(encodeURIComponent).join(',');
  }
};
