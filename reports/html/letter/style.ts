/** How a received message looks. A sign and a word say the same as every colour. */
export const letterStyle = `
.letter { table-layout: fixed; margin: 1rem 0 1.5rem; font-size: .875rem; }
.letter thead th:first-child { width: 30%; }
.letter thead th:nth-child(2) { width: 24%; }
.letter th, .letter td { padding: .2rem .9rem .2rem 0; vertical-align: baseline; border-bottom-color: var(--faint); overflow-wrap: anywhere; }
.letter tbody th, .letter td:last-child { padding-left: calc(var(--d, 0) * .7rem); }
.letter .group th { font-weight: 600; padding-top: .6rem; }
.letter .end td, .letter .left td { color: var(--soft); }
.letter .wrong th, .letter .wrong td { background: var(--tone-ground); border-bottom: 0; }
.letter mark { background: none; color: var(--tone); font-weight: 600; text-decoration: underline; text-underline-offset: .2em; }
.letter .missing td { color: var(--tone); font-weight: 600; }
.letter .marked td { background: var(--tone-ground); border-left: .3rem solid var(--tone); padding: .3rem .9rem .5rem; scroll-margin-top: 1rem; }
.letter .marked:target td { outline: .15rem solid var(--focus); outline-offset: -.15rem; }
@media (max-width: 40rem) {
  .letter, .letter tbody, .letter tr, .letter th, .letter td { display: block; }
  .letter thead { position: absolute; left: -99rem; }
  .letter tr { border-bottom: 1px solid var(--line); padding: .3rem 0; }
  .letter th, .letter td { border: 0; }
}
@media print { .letter .wrong, .letter .marked { break-inside: avoid; } }
`
