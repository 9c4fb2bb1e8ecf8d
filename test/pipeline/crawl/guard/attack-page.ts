/**
 * A page that requests every address in every possible way: elements, requests of scripts and
 * workers, sockets, frames, WebRTC and WebTransport, resource hints. It shows `all tried` at the
 * end.
 * @param base of the serving site, with its redirects under `/go`
 */
export function attackPage(addresses: readonly string[], base: string): string {
  const json = JSON.stringify([
    ...addresses,
    ...addresses.map((to) => `${base}/go?left=2&to=${encodeURIComponent(to)}`),
  ]);
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>attack</title></head><body><p id="state">trying</p><script>
var addresses=${json.replaceAll('<', '\\u003c')};
function attempt(what){try{var made=what();if(made&&made.catch)made.catch(function(){})}catch(error){}}
function element(name,fields){attempt(function(){var made=document.createElement(name);for(var key in fields)made.setAttribute(key,fields[key]);document.body.appendChild(made)})}
addresses.forEach(function(to,index){
  element('script',{src:to});element('link',{rel:'stylesheet',href:to});
  element('link',{rel:'dns-prefetch',href:to});element('link',{rel:'preconnect',href:to});element('link',{rel:'prefetch',href:to});
  attempt(function(){return fetch(to,{mode:'no-cors'})});
  attempt(function(){navigator.sendBeacon(to,'x')});
  attempt(function(){new WebSocket(to.replace(/^\\s*http/i,'ws'))});
  if(index%4===0){
    element('iframe',{src:to});element('img',{src:to});element('video',{src:to});element('object',{data:to});
    attempt(function(){new EventSource(to)});
    attempt(function(){var request=new XMLHttpRequest();request.open('POST',to);request.send('x')});
  }
});
attempt(function(){new Worker('/worker.js?to='+encodeURIComponent(addresses[0]))});
attempt(function(){return navigator.serviceWorker.register('/worker.js?to='+encodeURIComponent(addresses[0]))});
attempt(function(){
  var port=new URL(addresses[0]).port;
  var connection=new RTCPeerConnection({iceServers:[{urls:'stun:127.0.0.1:'+port},{urls:['turn:127.0.0.1:'+port+'?transport=udp','turn:127.0.0.1:'+port+'?transport=tcp'],username:'u',credential:'c'}]});
  connection.createDataChannel('x');
  return connection.createOffer().then(function(offer){return connection.setLocalDescription(offer)});
});
attempt(function(){var port=new URL(addresses[0]).port;return new WebTransport('https://127.0.0.1:'+port+'/').ready});
document.getElementById('state').textContent='all tried';
</script></body></html>`;
}
