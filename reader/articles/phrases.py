"""How texts of several words begin that speak to the reader of a page, as patterns, by reason."""

from __future__ import annotations

# The key is a reason of `reader.articles.clean.REASONS`. Alternatives are parted by " | " or by a
# line end, a backslash at the end of a line joins it to the next; case does not matter.
PHRASES: dict[str, str] = {
    "cookies": r"""
        by (continuing|using|clicking|browsing|visiting|accepting|closing|pressing|choosing|\
        selecting|proceeding)\b.{0,200}\byou\b.{0,60}\b(agree|accept|consent|acknowledge)
        by (clicking|continuing|accepting|using)\b.{0,160}\bour\b.{0,40}\b(cookies?|privacy)
        (we|this (web)?site|our (web)?sites?|this page|\
        .{1,40}\band our (\w+ )?partners)(,? and (our|its) (\w+ ){0,3}(partners|\
        vendors))?,? (uses?|store|stores|process|value|care|respect)\b.{0,120}\b(cookies?|\
        your privacy|personal data|similar technologies)
        we(['’]ve| have)? (recently )?(updated|revised|changed) our (privacy|terms|cookie)
        (please )?(read|see|review) our (privacy|cookie)
    """,
    "newsletter": r"""
        (receive|get) .{1,80} (in|to) your (inbox|e?-?mail)\b
        for (more|the latest) .{1,160}\bsign up (to|for)\b
        you( are|[’\']re)? (received|receiving|get|getting) this (e?-?mail|newsletter|message)\b
        .{0,200}\b(delivered|sent|straight|direct(ly)?)\b.{0,20}\bto your (inbox|phone|e?-?mail)
        .{0,20}\bsign me up\b | thanks for reading\b.{0,60}\b(subscribe|share)\b
        .{0,60}\b(reader|listener|member|community)-supported\b
        (the|a|your) .{0,60}\b(guide|briefing|roundup|digest)\b.{0,60}\b(every|each) (week)?(day|\
        morning|week)\b
        your (daily |weekly |free |essential )?guide to\b
        (sign|signup|sign-up) up (for|to)\b | subscribe to (our|the|.{1,30}newsletter)\b
        get (the|our|all the)\b.{1,80}\b(inbox|newsletter|e?-?mail)\b
        .{0,120}\bin (this|our) (free )?((daily|weekly|monthly) )?newsletter\b
        .{0,40}\bsign up (to|for)\b.{0,80}\bnewsletters?\b
        .{0,200}\bnewsletters?\b.{0,60}\bsign up\b.{0,12}\bhere\b
        (our|this|the) .{0,40}newsletter\b.{0,80}\byour?\b
        by (signing up|entering your|submitting your)\b.{0,80}\b(you|e?-?mail)\b
        (enter|type) your e?-?mail | this site is protected by recaptcha | newsletters may contain
        for more information,? see our privacy
    """,
    "account": r"""
        you(['’]ve| have) (reached|read|used)\b.{0,60}\b(articles?|limit|free)
        to (continue|keep) reading\b | already (a|have an) (subscriber|account|member)
        this (article|content|story) is (only )?(for|available to|\
        reserved for)\b.{0,30}\b(subscribers?|members?)
        (subscribe|register|log in|sign in)\b.{0,60}\bto (read|continue|access|unlock|comment|\
        keep|enjoy|view)\b
        .{0,100}\bbenefits? of an? .{0,40}\bsubscription\b | .{0,80}\bunlimited access\b
        .{0,60}\bclick here to (subscribe|read|sign|join|donate)\b | you have (full )?access\b
        (subscribe|sign up|register|join)( now| today)?: \S
        .{0,160}\bplease (donate|subscribe|support|consider (giving|supporting|donating))\b
        your (support|donation|contribution|gift)\b.{0,60}
        (support|help) (our|independent|quality)\b.{0,40}\bjournalism\b
        (please )?consider (subscribing|donating|supporting|becoming)\b
        thank you for (your patience|reading)\b.{0,160}
    """,
    "follow": r"""
        if you have an? .{0,80}\b(expertise|story|tip|question)\b.{0,120}\b(send|contact|mail)
        join .{1,40} channel\b.{0,80}
        (follow|like|find|join) (us|our)\b.{0,80}\b(facebook|twitter|x|instagram|telegram|\
        youtube|whatsapp|wechat|tiktok|linkedin|threads|bluesky|channel)\b
        (download|get|install) (the|our)\b.{0,40}\bapp\b
        for more (news|stories|information)\b.{0,60}\b(follow|visit|download|subscribe|\
        check out|go to)\b
        \(?\s*if you (want|would like) to contribute\b | (click|tap|scan) here\b
        need help\?.{0,20}\b(us|here|contact)\b
        (contact|e?-?mail|message|reach) us\b.{0,60}@ | (have|got) a (news )?tip\b
    """,
    "related": r"""
        \^ \S
        (more|also): \S
        .{0,40}\b(follow|read|get) .{0,30}\blive (updates|coverage|blog)\b
        read (a|the) summary of this | read (more|next|also)(?-i:[A-Z][a-z])
        a version of this \w+ appear(s|ed) in print\b
        (read (more|next|also|the full story)|also read|related|see also|more (from|on)|watch|\
        listen|recommended|must read|up next|don['’]t miss) ?(:|\||»|>|→|>>) ?\S
        (click|tap) here (for|to)\b | (»|›|►|▶|>>|→|➤) ?\S | (for )?more (on|about) this\b
    """,
    "copyright": r"""
        we acknowledge (the )?(aboriginal|traditional|first nations|indigenous)\b
        republish\b.{0,20}\b(our|this|these)\b
        copyright ?(©|\(c\)|\d{4}) | © ?\d | \(c\) ?\d | .{0,200}\ball rights reserved\b
        this (material|content|article) (may not|is protected|cannot)\b.{0,120}\b(published|\
        copyright|broadcast|rewritten|redistributed|reproduced)
        no (part|reproduction) of this (site|publication|material|article)\b
        (the )?bbc is not responsible for | .{0,60}\bis not responsible for the content of external
    """,
    "advertisement": r"""
        this (article|post|page) (may )?contains? affiliate
        we may (earn|receive)\b.{0,60}\b(commission|compensation)
        .{0,40}\b(play|try|take)\b.{0,40}\b(crossword|puzzle|quiz|sudoku)\b
        .{1,60} provides funding as a member of\b
        .{0,20}\bad blocker\b.{0,80}\b(disable|turn|whitelist)
    """,
    "player": r"""
        (new:? ?)?you can now listen to\b | save time by listening\b
        some content could not load\b | the content you requested\b
        .{0,40}\byour browser\b | to (display|play|view|watch) this (video|content)\b
        (please )?enable javascript | javascript (is|must)\b.{0,80}\b(enabled?|disabled|required)
        this (video|content|audio) (is not|cannot|can not|could not|isn['’]t)\b
        the media could not be loaded | this audio is (auto-?|ai-?)?generated
        listen to this (article|story)\b
    """,
    "comments": r"""
        (this|the) (is |.{0,30}\b(was|is) )?(an? )?(AI|machine)[ -]generated\b
        .{0,100}\bif you (spot|see|notice|find)\b.{0,20}\b(error|mistake|typo)
        the comments (express|reflect|discuss|highlight|suggest)\b
        .{0,160}\bjoin the conversation below\b | tell us what you think\b
    """,
}
