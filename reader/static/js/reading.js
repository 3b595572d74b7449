// The reading page: each part looks after one thing and knows little of the others.
import { startBefore } from "./reading/before.js";
import { startCards } from "./reading/cards.js";
import { startCursor } from "./reading/cursor.js";
import { startFloat } from "./reading/float.js";
import { startInterlinear } from "./reading/interlinear.js";
import { startLate } from "./reading/late.js";
import { startListening } from "./reading/listen.js";
import { startLive } from "./reading/live.js";
import { startRows } from "./reading/rows.js";
import { startSelection } from "./reading/select.js";
import { startTones } from "./reading/tones.js";
import { startView } from "./reading/view.js";
import { startWords } from "./reading/words.js";

const article = document.querySelector("[data-reading]");
const text = document.querySelector("[data-text]");
const float = startFloat(document.querySelector("[data-float]"));
const tones = startTones(text);
const late = startLate(text, { written: tones.add });
const rows = startRows(text, late);
startCards(article, float, text);
const words = startWords(article, text, { float });
const selection = startSelection(article, text, { words, float });
const cursor = startCursor(text, { rows, words, selection });
startBefore(article, text, words.list);
const interlinear = startInterlinear(text, { words, late });
startView(article, { rows, tones, interlinear });
startListening(document.querySelector("[data-listen]"), text, { rows, words });
startLive(document.querySelector("[data-progress]"), text, {
  rows,
  float,
  changed(finished) {
    words.outdated(finished);
    cursor.renewed();
    late.watch();
    tones.paint();
    interlinear.show();
  },
});
