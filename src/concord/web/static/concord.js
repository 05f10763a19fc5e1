// Starts the components of the two design systems. Every page works without this file.
import { initAll as startGovuk } from "govuk-frontend"
import { initAll as startMoj } from "moj-frontend"

startGovuk()
startMoj()

// What is folded on the screen is part of the record on paper.
window.addEventListener("beforeprint", () => {
  for (const folded of document.querySelectorAll("details:not([open])")) folded.open = true
})
