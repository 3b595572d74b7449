// The reading page: each part looks after one thing and knows nothing of the others.
import { startCards } from "./reading/cards.js";
import { startLive } from "./reading/live.js";
import { startRows } from "./reading/rows.js";
import { startSwitches } from "./reading/switches.js";

const text = document.querySelector("[data-text]");
const rows = startRows(text);
const cards = startCards(document.querySelector("[data-float]"), text);
startSwitches(rows);
startLive(document.querySelector("[data-progress]"), text, { rows, cards });
