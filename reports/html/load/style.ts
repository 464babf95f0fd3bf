/** How drawings look. A line, a place or a cross says the same as every colour. */
export const loadStyle = `
.plot { margin: 1.5rem 0 2rem; }
.plot figcaption { color: var(--soft); font-size: .875rem; margin: 0 0 .5rem; max-width: 48rem; }
.plot svg { display: block; width: 100%; min-width: 44rem; height: auto; overflow: visible; }
.plot text { font-size: 13px; fill: var(--soft); font-variant-numeric: tabular-nums; }
.plot path { fill: none; stroke: none; }
.plot .grid { stroke: var(--line); }
.plot .axis { stroke: var(--soft); }
.plot .range { stroke: var(--link); stroke-width: 2; }
.plot .middle { stroke: var(--ink); stroke-width: 2; }
.plot .late { stroke: var(--inconclusive); stroke-width: 3; }
.plot .dots { stroke: var(--fail); stroke-width: 4; stroke-linecap: round; }
.plot .failed { stroke: var(--fail); stroke-width: 2; }
.plot .limit { stroke: var(--fail); stroke-width: 1.5; stroke-dasharray: 6 4; }
.plot .limit-name { fill: var(--fail); font-weight: 600; }
.plot .bars { fill: var(--link); }
.plot .bars.slow, .plot .bars.none { fill: var(--fail); }
.plot .sent { fill: var(--link); fill-opacity: .45; }
.plot .planned { stroke: var(--ink); stroke-width: 1.5; }
.plot .between { stroke: var(--ink); stroke-width: 2; }
.plot .seen { fill: var(--ink); }
span.bar.phase { display: block; height: .35rem; margin: .25rem 0 0; border-radius: .2rem; background: var(--faint); }
.rows td p { margin: 0 0 .4rem; }
tr.sum th, tr.sum td { font-weight: 600; }
span.bar.phase span { min-width: 1px; display: block; height: 100%; background: var(--link); }
@media print { #load-windows { break-after: avoid; } .plot, .phase { --link: #0b5394; } .plot { break-inside: avoid; } .plot svg { min-width: 0; } .plot * { print-color-adjust: exact; } }
`
