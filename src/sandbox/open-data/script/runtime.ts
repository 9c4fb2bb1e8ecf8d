/**
 * The browser side of the script families. `/*CONFIG*\/` is replaced by the family's addresses and
 * words. The page says what to show in `data-view` of its body: home, list, detail or menu.
 */
export const runtime = `(function(){
var C=/*CONFIG*/;
var view=document.body.getAttribute("data-view"),kind=document.body.getAttribute("data-kind");
var query={};location.search.replace(/^\\?/,"").split("&").forEach(function(p){if(!p)return;var i=p.indexOf("=");query[decodeURIComponent(i<0?p:p.slice(0,i))]=i<0?"":decodeURIComponent(p.slice(i+1).replace(/\\+/g," "))});
function el(tag,cls,txt){var e=document.createElement(tag);if(cls)e.className=cls;if(txt!=null)e.textContent=txt;return e}
function get(o,path){return path===""?o:path.split(".").reduce(function(v,k){return v==null?v:v[k]},o)}
function set(o,path,v){var k=path.split("."),last=k.pop();k.forEach(function(n){o=o[n]=o[n]||{}});o[last]=v}
function form(d){return Object.keys(d).map(function(k){return encodeURIComponent(k)+"="+encodeURIComponent(d[k])}).join("&")}
function join(u,q){return q?u+(u.indexOf("?")<0?"?":"&")+q:u}
/*SEND*/
function list(k,page,size,word,done){var e=C.lists[k],d=JSON.parse(JSON.stringify(e.fixed)),url=e.url,body=null;
set(d,e.pageKey,e.pageKey==="start"?(page-1)*size:page-1+e.firstPage);set(d,e.sizeKey,size);if(word)set(d,e.keywordKey,e.keywordList?[word]:word);
if(e.encoding==="json")body=JSON.stringify(d);else if(e.method==="GET")url=e.total===null?url:join(url,form(d));else body=form(d);
send(e.method,url,body,e.encoding==="json"?"application/json":"application/x-www-form-urlencoded",function(r){var items=get(r,e.list)||[],total;
if(e.total===null){if(word&&C.searchable)items=items.filter(function(i){return i[e.fields.title].indexOf(word)>=0});total=items.length;items=items.slice((page-1)*size,page*size)}else total=get(r,e.total);
done(total,items,e.fields)})}
function box(){return document.getElementById("root")||document.body.appendChild(el("div"))}
function menu(){if(!C.menu)return;var h=el("div","header"),u=el("ul","nav");h.appendChild(el("b","logo",C.name));h.appendChild(el("span","region",C.region));C.menu.forEach(function(m){var l=el("li"),a=el("a","",m.text);a.href=m.href;l.appendChild(a);u.appendChild(l)});h.appendChild(u);document.body.insertBefore(h,document.body.firstChild)}
function show(k,n){var t=document.getElementById("num-"+k);if(!t){var w=el("div","count-item");t=el("em","num");t.id="num-"+k;w.appendChild(t);w.appendChild(el("span","label",C.labels[k]));box().appendChild(w)}t.textContent=n}
function link(path,id){var p={};C.keep.forEach(function(x){p[x[0]]=x[1]});p[C.idKey]=id;return join(path,form(p))}
function rows(items,f,k){var u=el("ul","data-list");items.forEach(function(i){var l=el("li"),a=el("a","",i[f.title]);a.href=link(C.details[k],i[f.id]);l.appendChild(a);l.appendChild(el("span","",i[f.office]||""));l.appendChild(el("span","date",i[f.date]||""));l.appendChild(el("span","format",i[f.formats]||""));u.appendChild(l)});return u}
function home(){
if(C.statistics)send("GET",C.statistics,null,"",function(r){var d=r.data;show("dataset",d.datasetCount);show("rows",d.dataCount);show("api",d.apiCount);show("app",d.appCount)});
else["dataset","api","app"].forEach(function(k){list(k,1,1,"",function(n){show(k,n)})});
list("dataset",1,5,"",function(n,items,f){box().appendChild(el("h3","",C.newest));box().appendChild(rows(items,f,"dataset"))})}
function page(){var n=parseInt(query[C.pageKey]||"1",10)||1,word=query[C.keywordKey]||"";
if(C.searchBox){var f=el("form","search"),i=el("input"),b=el("button","",C.searchLabel);i.type="text";i.name=C.keywordKey;i.value=word;C.keep.forEach(function(x){var h=el("input");h.type="hidden";h.name=x[0];h.value=x[1];f.appendChild(h)});f.appendChild(i);f.appendChild(b);box().appendChild(f)}
list(kind,n,C.pageSize,word,function(total,items,f){var last=Math.max(1,Math.ceil(total/C.pageSize));
box().appendChild(el("div","total",C.totalText.replace("#",total)));
box().appendChild(items.length?rows(items,f,kind):el("div","nodata",C.emptyText));
var d=el("div","pages");[1,n-1,n+1,last].forEach(function(p){if(p<1||p>last||p===n)return;var q={};Object.keys(query).forEach(function(k){q[k]=query[k]});q[C.pageKey]=p;var a=el("a","",String(p));a.href="?"+form(q);d.appendChild(a)});box().appendChild(d)})}
function detail(){send("GET",join(C.detailApi[kind],"id="+encodeURIComponent(query[C.idKey]||"")),null,"",function(r){var d=r.data;box().appendChild(el("h1","",d.title));var t=el("table","facts");C.facts.forEach(function(x){var tr=el("tr");tr.appendChild(el("th","",x[0]));tr.appendChild(el("td","",d[x[1]]));t.appendChild(tr)});box().appendChild(t);var u=el("ul","files");d.files.forEach(function(x){var l=el("li"),a=el("a","download",x.format);a.href=x.url;l.appendChild(a);u.appendChild(l)});box().appendChild(u)})}
menu();
if(view==="home")home();else if(view==="list")page();else if(view==="detail")detail();
})();
`;

/** Three ways in which real bundles send a request. */
export const senders = {
  xhr: `function send(m,u,b,t,done){var x=new XMLHttpRequest();x.open(m,u);if(b!=null)x.setRequestHeader("Content-Type",t);x.onload=function(){if(x.status===200)done(JSON.parse(x.responseText))};x.send(b)}`,
  fetch: `function send(m,u,b,t,done){fetch(u,b==null?{method:m}:{method:m,body:b,headers:{"Content-Type":t}}).then(function(r){return r.json()}).then(done)}`,
  ajax: `var $={ajax:function(o){var x=new XMLHttpRequest();x.open(o.type,o.url,true);if(o.contentType)x.setRequestHeader("Content-Type",o.contentType);x.onreadystatechange=function(){if(x.readyState===4&&x.status===200)o.success(JSON.parse(x.responseText))};x.send(o.data)}};
function send(m,u,b,t,done){$.ajax({type:m,url:u,data:b,contentType:b==null?"":t,success:done})}`,
} as const;
