import type { SiteReply, SiteRequest } from '../../town.ts';
import { hash } from '../draw.ts';
import { writeHead } from '../parts/head.ts';
import type { Portal } from '../portal.ts';
import { bytesReply, jsonReply, pageReply } from '../reply.ts';
import { parametersOf } from '../request.ts';
import { escapeHtml } from '../text.ts';
import { answerOf, hotlineWords } from '../topics/answer.ts';
import { matchTopics, type Topic, topics } from '../topics/index.ts';
import { type RobotVendor, robotFramePage, robotVendorOf } from './vendors.ts';

type Robot = NonNullable<Portal['town']['truth']['qa']>;
type Quality = Robot['quality'];

const greeting = /^(你好|您好|hi|hello|在吗|早上好|下午好)[!！。,.，]?$/i;

/** How well a robot knows a topic: topics stand in an order of the town's own. */
function gradeOf(portal: Portal, { exact, related }: Robot, topic: Topic): 'exact' | 'related' | 'none' {
  const own = hash(portal.town.style.seed, `robot:${topic.id}`);
  const before = topics.filter(({ id }) => hash(portal.town.style.seed, `robot:${id}`) < own).length;
  const place = (before + 0.5) / topics.length;
  return place < exact ? 'exact' : place < exact + related ? 'related' : 'none';
}

/** The robot's answer to a question. */
function robotAnswer(portal: Portal, robot: Robot, question: string): string {
  const asked = question.trim();
  if (asked === '') return '请输入您要咨询的问题。';
  switch (robot.quality) {
    case 'good':
    case 'poor':
      if (greeting.test(asked)) return `您好，我是${portal.names.short}智能问答助手，请问有什么可以帮您？`;
      return knownAnswer(portal, robot, asked);
    case 'echo':
      return `您说的是：${asked}`;
    default:
      return menuText;
  }
}

const menuText = '请选择您要咨询的类别：1.个人服务 2.企业服务 3.部门电话 4.政策文件 0.转人工服务（工作日9:00-17:00）';

function knownAnswer(portal: Portal, robot: Robot, asked: string): string {
  const best = matchTopics(asked)[0];
  const grade = best === undefined ? 'none' : gradeOf(portal, robot, best.topic);
  if (best !== undefined && grade === 'exact') return answerOf(portal, best.topic);
  if (best !== undefined && grade === 'related')
    return `${portal.names.full}已开展${best.topic.service}，具体规定以${best.topic.bureau}的通知为准。`;
  return robot.quality === 'good' ? nothingFound(portal, asked) : besideThePoint(portal, asked);
}

function nothingFound(portal: Portal, asked: string): string {
  return `很抱歉，没有找到与“${asked}”相关的答案，您可以换个问法${hotlineWords(portal, '，或拨打')}。`;
}

/** An answer about something else. */
function besideThePoint(portal: Portal, asked: string): string {
  const position = matchTopics(asked)[0]?.position ?? 0;
  const value = hash(portal.town.style.seed, asked);
  const other = topics[(position + 7 + (value % 20)) % topics.length];
  return value % 3 === 0 || other === undefined
    ? `欢迎访问${portal.names.site}，本网站提供政务公开、新闻资讯等内容，您可以通过导航栏浏览。`
    : `${portal.names.full}${other.policy.replace(/^关于/, '')}已发布，详情请查看政务公开栏目。`;
}

function relatedTo(quality: Quality, question: string): readonly string[] {
  if (quality !== 'good') return [];
  return matchTopics(question)
    .slice(1, 4)
    .map((match) => match.topic.question);
}

/** The robot's page: conversation, input field, and script. */
function robotPage(portal: Portal, vendor: RobotVendor, quality: Quality): string {
  const draw = portal.draw('robot-page');
  const title = draw.pick(vendor.labels);
  const id = draw.pick(['question', 'inputMsg', 'chat-input', 'wdInput']);
  const hot =
    quality === 'good'
      ? `<div class="hot-questions"><h4>热点问题</h4><ul>${draw
          .shuffle(topics)
          .slice(0, 6)
          .map((topic) => `<li onclick="send('${topic.question}')">${topic.question}</li>`)
          .join('')}</ul><a href="javascript:;">换一批</a></div>
<div class="tool-bar"><button type="button">语音输入</button><button type="button">评价</button><button type="button" onclick="document.getElementById('history').style.display='block'">历史记录</button></div><div id="history" style="display:none"></div>`
      : '';
  const welcome = quality === 'menu' ? menuText : `您好，我是${portal.names.short}${title}，请问有什么可以帮您？`;
  const send = draw.pick(['发送', '提问', '发 送']);
  const area = draw.chance(0.4)
    ? `<textarea id="${id}" rows="3" placeholder="请输入您的问题"></textarea>`
    : `<input type="text" id="${id}" autocomplete="off" placeholder="请简要描述您的问题">`;
  const payload =
    vendor.method === 'json'
      ? `var body={};body['${vendor.question}']=text;r.send(JSON.stringify(body));`
      : vendor.method === 'form'
        ? `r.send('${vendor.question}='+encodeURIComponent(text));`
        : 'r.send();';
  const open =
    vendor.method === 'get'
      ? `r.open('GET','${vendor.ask}?${vendor.question}='+encodeURIComponent(text));`
      : `r.open('POST','${vendor.ask}');r.setRequestHeader('Content-Type','${vendor.method === 'json' ? 'application/json' : 'application/x-www-form-urlencoded'}');`;
  return `${writeHead(portal, `${portal.names.full}${title}`)}
<body class="robot"><div class="chat-head"><h1>${title}</h1></div>
<div class="chat-body" id="chatList"><div class="msg robot-msg"><p>${escapeHtml(welcome)}</p></div></div>${hot}
<div class="chat-foot">${area}<button type="button" id="sendBtn" onclick="send()">${send}</button></div>
<script>
function say(cls,text){var d=document.createElement('div');d.className='msg '+cls;var lines=String(text).split('\\n');for(var i=0;i<lines.length;i++){var p=document.createElement('p');p.appendChild(document.createTextNode(lines[i]));d.appendChild(p);}document.getElementById('chatList').appendChild(d);}
function at(o,path){var a=path.split('.');for(var i=0;i<a.length&&o!=null;i++){o=o[a[i]];}return o;}
function send(given){var box=document.getElementById('${id}');var text=given||box.value;if(text===''){return;}box.value='';say('user-msg',text);
var r=new XMLHttpRequest();${open}
r.onload=function(){var j=JSON.parse(r.responseText);say('robot-msg',at(j,'${vendor.answerPath}'));var more=at(j,'${vendor.relatedPath}')||[];if(more.length){say('relate-msg','相关推荐：\\n'+more.join('\\n'));}};${payload}}
document.getElementById('${id}').onkeydown=function(e){if(e.keyCode===13){send();return false;}};
</script></body></html>`;
}

/** A page with the robot in a frame. */
function framePage(portal: Portal, vendor: RobotVendor): string {
  const title = portal.draw('robot-page').pick(vendor.labels);
  return `${writeHead(portal, title)}\n<body><h1>${title}</h1><iframe id="znwdFrame" src="${escapeHtml(vendor.entry(portal))}" width="100%" height="640" frameborder="0"></iframe></body></html>`;
}

/**
 * Handler of the robot: its page, the framing page, its interface. Null for other addresses or
 * without a robot.
 */
export function answerRobot(portal: Portal, request: SiteRequest): SiteReply | null {
  const qa = portal.town.truth.qa;
  if (qa === null) return null;
  const vendor = robotVendorOf(qa.vendor);
  const path = request.url.pathname;
  if (path === robotFramePage)
    return qa.opening === 'frame' ? pageReply(portal.town, portal.labelling, framePage(portal, vendor)) : null;
  const entry = vendor.entry(portal).split('?')[0];
  if (path !== entry && path !== vendor.ask) return null;
  if (qa.quality === 'dead')
    return portal.draw('dead').chance(0.5)
      ? null
      : {
          ...bytesReply(
            'text/html',
            '<html><head><title>500</title></head><body><h1>Internal Server Error</h1></body></html>',
          ),
          status: 500,
        };
  if (path === entry) return pageReply(portal.town, portal.labelling, robotPage(portal, vendor, qa.quality));
  const question = parametersOf(request).get(vendor.question) ?? '';
  return jsonReply(vendor.wrap(robotAnswer(portal, qa, question), relatedTo(qa.quality, question)));
}
