/** Comfort only: without it the page reads the same. It keeps `lang` right and opens the exchange or letter that a link leads into. */
export const script = `
(function () {
  var root = document.documentElement
  function language() {
    var english = document.getElementById('lang-en').checked
    root.lang = english ? 'en' : 'nb'
    document.title = document.getElementById(english ? 'title-en' : 'title-nb').textContent
  }
  function open() {
    var target = location.hash && document.getElementById(location.hash.slice(1))
    var folded = target && target.closest('details')
    if (folded) { folded.open = true; target.scrollIntoView() }
  }
  if (/[?&]lang=en/.test(location.search)) document.getElementById('lang-en').checked = true
  document.addEventListener('change', language)
  window.addEventListener('hashchange', open)
  language()
  open()
})()
`
