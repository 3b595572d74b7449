// Which of the browser's voices reads a language. Only those of the machine itself count: others
// would send the text away.

// What is said of a language, best first. Traditional characters are read by a voice of Taiwan
// where there is one; Cantonese is another language.
const VOICES = {
  en: [/^en[-_]GB/i, /^en[-_]US/i, /^en\b/i],
  "zh-Hans": [/^(zh|cmn)[-_](CN|Hans)/i, /^(zh|cmn)$/i, /^(zh|cmn)[-_](SG|TW|Hant)/i],
  "zh-Hant": [/^(zh|cmn)[-_](TW|Hant[-_]TW)/i, /^(zh|cmn)[-_](CN|Hans)/i, /^(zh|cmn)$/i],
};

// The voice for a language of the page, or undefined.
export function voiceFor(speech, lang) {
  const voices = speech.getVoices().filter(({ localService }) => localService);
  for (const pattern of VOICES[lang]) {
    const fitting = voices.filter((voice) => pattern.test(voice.lang));
    if (fitting.length) return fitting.find((voice) => voice.default) ?? fitting[0];
  }
  return undefined;
}

// Why a language cannot be read aloud here, in the words of the page; "" where it can.
export function refusal(speech, lang, said) {
  if (!speech) return said.noSpeech;
  if (voiceFor(speech, lang)) return "";
  return lang === "en" ? said.noVoiceEn : said.noVoiceZh;
}
