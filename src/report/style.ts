/** Shared by bulletin and city sheets: one column, system Chinese fonts. */
const base = `
:root{--ink:#17212b;--soft:#52606d;--line:#d5dce3;--tint:#f4f6f8;--link:#00548f;color-scheme:light}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;color:var(--ink);background:#fff;font:16px/1.7 "Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC","PingFang SC","Microsoft YaHei","Hiragino Sans GB","WenQuanYi Micro Hei",sans-serif;overflow-wrap:anywhere}
main,header,footer{max-width:1080px;margin:0 auto;padding:0 20px}
header{padding-top:40px}
h1{font-size:1.9rem;line-height:1.3;margin:0 0 .5rem}
h2{font-size:1.35rem;margin:3rem 0 1rem;padding-bottom:.4rem;border-bottom:2px solid var(--ink)}
h3{font-size:1.05rem;margin:1.8rem 0 .6rem}
p,ul,ol{margin:.6rem 0}
ul,ol{padding-left:1.4rem}
a{color:var(--link)}
.soft{color:var(--soft);font-size:.9rem}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:1px;margin:1rem 0}
.facts div{padding:.55rem .8rem;box-shadow:0 0 0 1px var(--line)}
.facts dt{color:var(--soft);font-size:.82rem}
.facts dd{margin:0;font-variant-numeric:tabular-nums}
table{width:100%;border-collapse:collapse;margin:.8rem 0;font-size:.9rem;line-height:1.45}
th,td{padding:.42rem .5rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
thead th{border-bottom:2px solid var(--ink);font-weight:600;vertical-align:bottom;word-break:keep-all;overflow-wrap:normal}
.n{text-align:right;font-variant-numeric:tabular-nums}
td.n{white-space:nowrap}
tbody tr:nth-child(even){background:var(--tint)}
.codes td{border:0;padding-top:0;color:var(--soft);font-size:.72rem;white-space:normal;max-width:0}
.codes code{font-size:inherit}
thead tr:first-child:not(:last-child) th{border-bottom:0}
thead tr:last-child>*{border-bottom:2px solid var(--ink)}
th button{all:unset;cursor:pointer;font:inherit}
th button:focus-visible{outline:2px solid var(--link);outline-offset:2px}
th button::after{content:"\\2060↕";color:var(--soft);font-size:.8em;margin-left:.15em}
[aria-sort=ascending] button::after{content:"\\2060↑";color:inherit}
[aria-sort=descending] button::after{content:"\\2060↓";color:inherit}
.filter{margin:.8rem 0 0;font-size:.9rem}
.filter input{font:inherit;padding:.15rem .4rem;border:1px solid var(--soft);border-radius:3px}
[hidden]{display:none}
.names{margin:.4rem 0 1rem;font-size:.9rem}
.names summary{cursor:pointer;color:var(--link)}
.names dt{font-weight:600;margin-top:.4rem}
.names dd{margin:0}
body{position:relative}
.simulated{margin:0;padding:.5rem 1rem;background:#8a1c1c;color:#fff;text-align:center;font-weight:600}
.watermark{position:absolute;inset:0;overflow:hidden;pointer-events:none;z-index:9}
.marks{display:block;width:100%;height:100%;max-height:none}
.marks text{font:600 34px sans-serif;fill:#8a1c1c;fill-opacity:.11}
code{font:.82rem/1.5 ui-monospace,"SFMono-Regular",Menlo,Consolas,"Noto Sans Mono CJK SC",monospace;overflow-wrap:anywhere}
@media (max-width:640px){
body{font-size:15px}
main,header,footer{padding-left:14px;padding-right:14px}
header{padding-top:24px}
h1{font-size:1.5rem}
.extra{display:none}
table{font-size:.84rem}
th,td{padding:.38rem .3rem}
thead th{word-break:normal;overflow-wrap:anywhere}
}
@media print{
.watermark{position:fixed}
.simulated{color:#8a1c1c;background:none;border:2px solid #8a1c1c;margin-bottom:5mm}
@page{size:A4;margin:20mm 14mm 18mm}
body{font-size:10pt}
main,header,footer{max-width:none;padding:0}
h1,h2,h3,dt,.filter,h2+.soft,h3+.soft,p:has(+table){break-after:avoid}
p,li,dd{orphans:2;widows:2}
li,.point{break-inside:avoid}
.names dd{break-inside:auto}
tbody tr:nth-child(-n+2){break-after:avoid}
tbody tr:nth-last-child(-n+2){break-before:avoid}
thead{display:table-header-group}
.filter,th button::after,.names summary::marker{display:none;content:""}
.names::details-content{content-visibility:visible}
.names{font-size:8pt;line-height:1.5}
tr,figure,.caveat,blockquote,.facts div{break-inside:avoid}
a{color:inherit;text-decoration:none}
table{font-size:8pt}
th,td{padding:.2rem .3rem}
.codes td{font-size:6pt}
table:has(.codes) :is(th,td){padding:.2rem}
table:has(.codes) th:nth-child(n+6){word-break:normal;overflow-wrap:anywhere}
table:has(.codes) tbody td{white-space:nowrap}
.extra{display:revert}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
.caveat{border-left:5px solid #d55e00;background:#fdf4ee;padding:.7rem 1.1rem;margin:1.5rem 0}
.caveat h3{margin:.1rem 0 .4rem}
.badge{display:inline-block;padding:0 .45em;border:1px solid currentColor;border-radius:3px;font-size:.82rem;color:#00548f;white-space:nowrap}
.badge.applied{color:#fff;background:#00548f;border-color:#00548f}
.badge.stale{color:#8a3c00}
.badge.superseded,.badge.withdrawn,.badge.idle{color:var(--soft)}`;

/**
 * Style sheet of the bulletin: charts in two widths, and print rules that keep each chart on one
 * page.
 */
export const style = `${base}
nav ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.2rem 1.2rem}
.origin .facts{margin:.6rem 0;font-size:.9rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,190px),1fr))}
.origin .facts div:has(.long){grid-column:1/-1}
.reviews{list-style:none;padding:0}
.reviews li{padding:.45rem 0;border-bottom:1px dotted var(--line)}
.lead{border-left:5px solid var(--link);background:var(--tint);padding:.2rem 1rem;font-weight:600}
.figure{color:inherit;text-decoration:underline dotted var(--soft);text-underline-offset:3px}
:target{background:#fff3c4}
.tag{display:inline-block;min-width:2.2em;padding:0 .35em;border:2px solid;border-radius:4px;text-align:center;line-height:1.35;white-space:nowrap;font-weight:600}
.definitions{list-style:none;padding:0;font-size:.92rem}
.definitions li{padding:.3rem 0;border-bottom:1px dotted var(--line)}
figure{margin:1.6rem 0}
figcaption{color:var(--soft);font-size:.9rem;margin-top:.4rem}
svg{display:block;width:100%;height:auto;font-family:"Noto Sans CJK SC","Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif}
.narrow{display:none}
small{color:var(--soft)}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,420px),1fr));gap:0 2rem}
footer{margin-top:3rem;padding-bottom:3rem;color:var(--soft);font-size:.9rem}
@media (max-width:640px){
.wide{display:none}
.narrow{display:block;max-width:420px;margin:0 auto}
}
@media print{
nav{display:none}
.wide{display:block}.narrow{display:none}
figure svg{max-height:235mm}
.figure{text-decoration:none}
.pair{display:block}
section{break-before:auto}
}`;

/** Style sheet of a city sheet; small, since every sheet contains it. */
export const cityStyle = `${base}
h2{margin:2rem 0 .6rem}
.points{list-style:none;padding:0;margin:.4rem 0}
.points>li{padding:.6rem 0;border-bottom:1px dotted var(--line)}
.point{display:flex;flex-wrap:wrap;gap:.1rem .8rem;align-items:baseline}
.state{padding:0 .45em;border:1px solid currentColor;border-radius:3px;font-size:.82rem}
.present{color:#00634a}.absent{color:#a34400}.unknown,.not-applicable{color:#52606d}
.review{margin:.35rem 0;padding:.3rem .7rem;border-left:3px solid #00548f;background:#eef5fa;font-size:.92rem}
blockquote{margin:.3rem 0;padding:.1rem .8rem;border-left:3px solid var(--line);color:#33404d;font-size:.92rem}
`;

/** Style sheet of the stored pages. */
export const storedStyle = `${base}
article{margin:2rem 0;padding-top:.5rem;border-top:2px solid var(--ink)}
article:target{background:#fffbe9}
h2{border:0;margin:.5rem 0;font-size:1.1rem}
q{color:#33404d}
mark{background:#ffe27a;color:inherit}
.text{max-height:24rem;overflow:auto;padding:.5rem .8rem;border:1px solid var(--line);background:#fff;font-size:.88rem}
.text p{margin:0}
img{max-width:100%;max-height:30rem;border:1px solid var(--line)}
figure{margin:.8rem 0}
`;
