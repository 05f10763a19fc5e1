// Starts the components of the two design systems. Every page works without this file.
import { initAll as startGovuk } from "govuk-frontend"
import { initAll as startMoj } from "moj-frontend"

startGovuk()
startMoj()

// A link to an entry that is folded away unfolds it, in browsers that do not do so themselves.
function unfold() {
  const target = document.getElementById(location.hash.slice(1))
  const folded = target && target.closest("details:not([open])")
  if (folded) {
    folded.open = true
    target.scrollIntoView()
  }
}
unfold()
window.addEventListener("hashchange", unfold)

// What is folded on the screen is part of the record on paper.
window.addEventListener("beforeprint", () => {
  for (const folded of document.querySelectorAll("details:not([open])")) folded.open = true
})
