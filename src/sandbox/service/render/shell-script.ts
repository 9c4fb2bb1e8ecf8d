/**
 * Script of the shell family: loads the page's JSON (`{{api}}`) and builds the page. It contains no
 * words, so that nothing can be read without running it.
 */
const source = `(function(){
var api="{{api}}";
function el(tag,cls,txt){var e=document.createElement(tag);if(cls)e.className=cls;if(txt!=null)e.textContent=txt;return e}
function a(item){var e=el("a","",item.text);e.href=item.href;return e}
function list(items,cls){var u=el("ul",cls);items.forEach(function(i){var l=el("li");if(typeof i==="string")l.textContent=i;else{l.appendChild(a(i));if(i.note)l.appendChild(el("span","date",i.note))}u.appendChild(l)});return u}
var draw={
heading:function(b){return el("h2","",b.text)},
text:function(b){return el("p","",b.text)},
links:function(b){return list(b.items,b.as)},
names:function(b){return list(b.items,"names")},
facts:function(b){var d=el("dl","facts");b.entries.forEach(function(x){d.appendChild(el("dt","",x.label));d.appendChild(el("dd","",x.value))});return d},
pager:function(b){var d=el("div","page",b.page+"/"+b.pages);b.links.forEach(function(i){d.appendChild(a(i))});return d},
form:function(b){var f=el("form");f.action=b.action;f.method=b.method;b.fields.forEach(function(x){var l=el("label","",x.label),i=el(x.type==="textarea"||x.type==="select"?x.type:"input");if(i.tagName==="INPUT")i.type=x.type;i.name=x.name;if(x.value)i.value=x.value;if(x.hint)i.placeholder=x.hint;(x.choices||[]).forEach(function(c){i.appendChild(el("option","",c))});l.appendChild(i);f.appendChild(l)});var s=el("button","",b.button);s.type="submit";f.appendChild(s);return f}
};
var key=document.body.getAttribute("data-key");
var query=location.search.replace(/^\\?/,"");
var x=new XMLHttpRequest();
x.open("GET",api+(api.indexOf("?")<0?"?":"&")+"key="+encodeURIComponent(key)+(query?"&"+query:""));
x.onload=function(){var r=JSON.parse(x.responseText).data,app=document.getElementById("app");
document.title=r.title;app.innerHTML="";
var h=el("header");h.appendChild(el("strong","",r.site));h.appendChild(el("span","",r.region));h.appendChild(list(r.menu,"nav"));h.appendChild(list(r.account,"account"));app.appendChild(h);
var m=el("main");m.appendChild(el("h1","",r.heading));r.blocks.forEach(function(b){m.appendChild(draw[b.kind](b))});app.appendChild(m);
app.appendChild(el("footer","",r.footer))};
x.send()})();
`;

/** The script with the JSON address filled in. */
export function shellScript(api: string): string {
  return source.replace('{{api}}', api);
}
