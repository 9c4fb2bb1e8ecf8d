import { type Behaviour, everywhere, page, raw, reply } from './behaviour.ts';

/** A page whose content comes from scripts only, so that it is opened in a browser. */
function shell(script: string, more = ''): ReturnType<typeof page> {
  return page(`<div id="app"></div>${more}<script src="/app.js"></script><script>${script}</script>`);
}

const app = `document.getElementById('app').innerHTML='<a href="/zwgk/">政务公开</a>'`;

function runs(name: string, script: string, yields: Behaviour['yields'] = 'read', more = ''): Behaviour {
  return {
    name,
    yields,
    answer: everywhere(({ url }) => {
      if (url.pathname === '/app.js') return reply(app, { 'content-type': 'text/javascript' });
      if (url.pathname === '/hang.js') return { kind: 'hang' };
      if (url.pathname === '/file.zip')
        return reply('PK', { 'content-type': 'application/zip', 'content-disposition': 'attachment' });
      if (url.pathname === '/cut.js') return raw('HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nvar');
      return shell(script, more);
    }),
  };
}

/**
 * Pages with scripts that attack the browser; the expected result is that of the rendered capture.
 */
export const scripts: readonly Behaviour[] = [
  runs('alert-storm', `for(var i=0;i<200;i++)alert(i);setInterval(function(){confirm('x')},10)`),
  runs('prompt-for-ever', `setInterval(function(){prompt('x')},1)`),
  runs('pop-up-storm', `for(var i=0;i<12;i++)window.open('/?pop='+i);`),
  runs('never-returns', `for(;;);`, 'timeout-body'),
  runs('never-returns-later', `setTimeout(function(){for(;;);},50)`, 'timeout-body'),
  runs(
    'asks-before-leaving',
    `addEventListener('beforeunload',function(event){event.preventDefault();event.returnValue='x'});`,
  ),
  runs(
    'downloads',
    `location.href='/file.zip';var f=document.createElement('iframe');f.src='/file.zip';document.body.appendChild(f)`,
  ),
  runs('service-worker', `navigator.serviceWorker&&navigator.serviceWorker.register('/app.js').catch(function(){})`),
  runs('prints-and-closes', `print();close();window.moveTo(0,0)`),
  runs('history-storm', `var n=0;setInterval(function(){try{history.pushState({},'','/?p='+n++)}catch(e){}},1)`),
  runs(
    'nests-frames',
    `if(window.top===window||location.search.length<40){var f=document.createElement('iframe');f.src='/'+(location.search||'?')+'a';document.body.appendChild(f)}`,
  ),
  runs(
    'grows-for-ever',
    `setInterval(function(){var d=document.createElement('div');d.innerHTML='<p>x</p>'.repeat(200);document.body.appendChild(d)},1)`,
  ),
  runs('polls-for-ever', `setInterval(function(){fetch('/app.js?'+Math.random())},20)`),
  runs('waits-for-a-script', '', 'read', '<script src="/hang.js"></script>'),
  runs('script-cut-short', '', 'read', '<script src="/cut.js"></script>'),
  runs(
    'calls-loopback',
    `['http://127.0.0.1:1/','http://localhost/','http://[::1]/'].forEach(function(u){fetch(u).catch(function(){});new WebSocket(u.replace('http','ws'))})`,
  ),
];
