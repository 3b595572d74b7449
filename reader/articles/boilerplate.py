"""Tell the parts of a news page that are not the article: banners, bars, boxes and buttons.

Two kinds of rule. A *label* is a whole line such as "Share this article"; only an exact line is
dropped. A *phrase* opens a longer text such as a cookie banner; it must speak to the reader
("you", "your") and hold no quotation, so that an article about cookies keeps its paragraphs.
"""

from __future__ import annotations

import re
from functools import cache

# Words. Text longer than this is never dropped for its wording, except consent banners.
LONGEST_LABEL = 20
LONGEST_BOX = 45
LONGEST_BANNER = 160

_TAIL = r"[\s:.!»›>→▸▼▾+–—-]*"

_LABELS: dict[str, str] = {
    "cookies": r"""
        (our\ |the\ )?(privacy|cookies?)(\ (and|&|or)\ (privacy|cookies?))?\ (statement|policy|
        policies|notice|settings|preferences|choices|options)(\ ?(and|&)\ ?(cookies?|privacy|terms)
        (\ (statement|policy|settings|notice|of\ (use|service)))?)? |
        (i|yes,?\ i)\ (agree|accept|understand|consent) | (accept|reject|decline|allow|refuse)
        (\ (all|additional|optional|necessary|only\ necessary|essential))?(\ cookies)?
        (\ (and|&)\ (continue|close))? | agree(\ (and|&)\ (continue|close|proceed))? | got\ it |
        (manage|change|customi[sz]e|set)\ (my\ |your\ )?(cookies?|consent|privacy)?\ ?(settings|
        preferences|choices|cookies|options) | cookies? | privacy | do\ not\ sell(\ or\ share)?\ my
        \ (personal\ )?(info|information|data) | your\ privacy(\ choices|\ rights)? |
        (ad|your\ ad)\ ?choices | terms(\ (of|and)\ (use|service|conditions))?
        (\ (and|&|\|)\ privacy(\ policy)?)? | california\ privacy(\ rights)? | continue |
        we\ value\ your\ privacy | privacy\ notice:.{0,200} | we\ care\ about\ your\ privacy
    """,
    "account": r"""
        (sign|log)\ ?-?(in|up|out|on)(\ (to|with|or)\ .{1,30})? | register(\ now)? | my\ account |
        subscribe(\ (now|today|here|for\ .{1,30}|to\ .{1,50}))? | become\ a\ (member|subscriber) |
        (already\ )?(a|have)\ (an\ )?(subscriber|account|member)\??(\ (sign|log)\ in)? |
        create\ (a\ |an\ |your\ )?(free\ )?account | (start|try)\ (a|your)\ (free\ )?trial |
        support\ (us|the\ .{1,25})(\ today)? | donate(\ now|\ today)? | gift\ (this\ )?article |
        give\ (this\ )?article | free\ trial | log\ in\ /\ register | subscriptions? |
        unlock\ (this\ article|full\ access).{0,30} | make\ a\ (donation|contribution)
    """,
    "newsletter": r"""
        (email|e-mail|your\ email|email\ address|enter\ (your\ )?e?-?mail(\ address)?)
        (\ \(required\))? | newsletters? |
        (free\ )?(daily|weekly|morning)\ newsletter | (skip\ past|after)\ newsletter\ promotion |
        get\ (our|the)\ .{0,50}newsletters? |
        (sign|signup|sign-?up)(\ up)?\ (for|to)\ (our|the)\ .{1,60} | (get|
        receive)\ .{1,60}\ (in|to)
        \ your\ (inbox|email).{0,30} | invalid\ email | thank\ you\ for\ (subscribing|signing\ up)
        .{0,30} | most\ popular\ newsletters? | sign\ me\ up | join\ our\ (mailing\ list|newsletter)
        | breaking\ news\ alerts?
    """,
    "share": r"""
        share | shares | copied!? | embed | direct\ link | share\ full\ article |
        \d[\d.,]*k?\ shares? | (share|tweet|pin|email|e-mail|post|send|print|save|
        like|copy)(\ (this|the|on|via|to|with|by|link|url))?(\ (this|a|the))?\ ?(article|story|page|
        news|post|link|facebook|twitter|x|whatsapp|linkedin|reddit|telegram|messenger|wechat|weibo|
        pinterest|email|e-mail|friend|options|url|print|clipboard)?(\ (on|via|to|with|by)\ .{1,40})?
        | (facebook|twitter|x|whatsapp|linkedin|reddit|telegram|messenger|flipboard|wechat|weibo|
        pinterest|instagram|youtube|tiktok|threads|bluesky|snapchat|copy|copy\ link|link\ copied|
        email|e-mail|print|mail|line|rss|rss\ feed|mastodon|tumblr)
        ([\s,|/·•]+(facebook|twitter|x|whatsapp|linkedin|reddit|telegram|messenger|flipboard|wechat|
        weibo|pinterest|instagram|youtube|tiktok|threads|bluesky|copy\ link|email|e-mail|print|mail|
        line|rss|share|share\ on|and))* | copy\ link(\ to\ clipboard)? | add\ as\ (a\ )?preferred
        \ source\ on\ google | more\ sharing\ options | save(d)?(\ for\ later)? | bookmark |
        share\ (to|on|this):?.{0,60} | text\ size | font\ size | a-?\ ?a\+? | resize
    """,
    "follow": r"""
        follow(ing)? | follow\ (us|.{1,40}\ on)(\ .{0,80})? | (find|like|join)\ us\ on\ .{1,60} |
        connect\ with\ us.{0,40} | (download|get)\ (the|our)\ .{0,30}app.{0,40} |
        (join|follow)\ our\ .{0,20}channel.{0,40} | stay\ connected |
        scan\ .{0,20}\ qr\ code.{0,30} | contact\ us(\ at\ \S+)? | @\w{2,20}
    """,
    "related": r"""
        related | related\ (articles?|stories|story|news|content|topics?|posts?|reading|links?|
        coverage|tags|videos?|internet\ links) | (you\ )?(may|might)\ (also\ )?(like|be\ interested
        \ in|have\ missed) | recommended(\ (for\ you|stories|reading|articles|topics|videos?))? |
        recommendations | read\ (more|next|also|on|this\ next|the\ full\ (story|article)) |
        most\ (read|popular|viewed|shared|watched|commented|recent) | trending(\ (now|stories|news|
        topics))? | popular(\ (now|stories|news|in\ .{1,30}))? | editors?['’]?s?\ (picks?|choice) |
        (more|latest|top|other|further|today['’]s\ top)\ (stories|news|headlines|articles|coverage|
        reading|videos?) | the\ latest | latest | up\ next | next\ (article|story|up)? |
        previous\ (article|story)? | (more|latest)\ (from|on|in|like)\ .{1,60} |
        what\ to\ read\ next
        | see\ also | also\ read | explore\ more(\ .{1,30})? | (view|see|show|load|read)\ (more|all)
        (\ .{1,40})? | more | from\ our\ partners | around\ the\ web | you\ may\ also\ like |
        don['’]?t\ miss | must\ reads? | in\ case\ you\ missed\ it | recommended\ by\ \w+ |
        promoted\ (stories|content|links) | top\ picks | keep\ reading |
        discover\ more(\ .{1,30})? |
        list\ of\ \d+\ items | list\ \d+\ of\ \d+\ .{1,120} | further\ reading | end\ of\ list |
        (more\ )?on\ this\ (story|topic)(\ .{0,30})? |
        similar\ (articles|stories) | elsewhere\ on\ .{1,30} | hot\ (topics?|news|words) |
        what\ others\ are\ reading | readers\ also\ liked | suggested\ (reading|topics):?
    """,
    "advertisement": r"""
        (an?\ )?advertis(e)?ments? | advertising | ads?(\ feedback)? | sponsored(\ content|\ links?|
        \ by\ .{1,30})? | promoted | paid\ (content|post) | partner\ content | skip\ (this\ )?ad(s|
        vertisement)? | (story|article|content)\ continues\ (below|after).{0,40} |
        (continue|keep)\ reading\ (below|the\ main\ story).{0,30} |
        scroll\ (down\ )?to\ continue.{0,40}
        | (remove|hide|report|why\ this|stop\ seeing)\ (this\ )?ads? | ad\ \d+\ of\ \d+ |
        (story|article)\ continues | affiliate\ links?.{0,20} | end\ of\ advertisement
    """,
    "comments": r"""
        (\d[\d.,]*k?\ )?comments?(\ \(?\d[\d.,]*\)?)? | (add|leave|post|write|view|show|hide|read|
        see|join)\ (a|all|the|your|\d+)?\ ?(comments?|reply|conversation|discussion)(\ \(?\d*\)?)? |
        (join|start)\ the\ (conversation|discussion) | no\ comments(\ yet)? | be\ the\ first\ to
        \ comment | what\ do\ you\ think\?? | reply | report | sort\ by(\ .{1,20})? | likes? |
        \d[\d.,]*k?\ (likes?|views?|reads?|replies|reactions) | leave\ feedback | feedback |
        was\ this\ (article|page|story)\ (helpful|useful|interesting)\?? | report\ (an\ )?(error|
        typo|correction|a\ problem).{0,30} | (submit|send)\ (a\ )?(correction|feedback|tip).{0,30} |
        respond\ to\ this\ article | share\ your\ (thoughts|opinion).{0,40}
    """,
    "player": r"""
        (listen|watch|play|pause|mute|unmute|fullscreen|full\ screen|replay|loading|close|expand|
        zoom|enlarge|volume|captions?|transcript|autoplay|settings)(\ (to\ this\ |this\ |the\ )?
        (article|story|video|audio|now|more|live|image|photo|gallery|dialog|player|transcript))?
        (\ [–(-]?\ ?\d{1,2}[: ]\d{2}\)?)? | (listen|watch)\ (to\ )?(this|the)\ .{1,40} |
        (view|open|see|hide|show|toggle|next|previous|enlarge|expand|close|
        click\ (here\ )?to\ (view|
        enlarge|expand)|tap\ to\ (view|enlarge))\ ?(the\ |in\ )?(image|images|photo|photos|picture|
        pictures|gallery|slideshow|slide|fullscreen|full\ screen|caption|captions|full\ image)
        (\ (in\ )?(fullscreen|full\ screen|gallery|captions?|\d.{0,20}))? |
        (image|photo|slide|picture)?\ ?\d{1,3}\ ?(/|of)\ ?\d{1,3}(\ (images|photos|\|.{0,20}))? |
        \d{1,2}:\d{2}(:\d{2})?(\ ?[/|]\ ?\d{1,2}:\d{2}(:\d{2})?)? | video | audio | photos? |
        (this\ )?video\ (player|unavailable|can\ not\ be\ played|duration).{0,30} |
        your\ browser\ does\ not\ support.{0,60} | \d+\ (photos?|images?|videos?) | live(\ tv)? |
        x\ close | hide\ caption | toggle\ caption | now\ playing | (photo|picture)\ (viewer|
        gallery)
    """,
    "search": r"""
        search | search\ (trends|results|for\ .{0,30}|here|site|.{0,20}\ news|this\ site|tips) |
        trending\ searches | hot\ searches | popular\ searches | search\ \.\.\. | advanced\ search |
        clear(\ search)? | type\ (and|to)\ .{0,30}search.{0,20}
    """,
    "copyright": r"""
        copyright | (copyright\ ?(©|\(c\)|\d{4}|by\b)|©|\(c\)\ ?\d).{0,160} |
        all\ rights\ reserved.{0,80} |
        .{0,80}[.,\ ]all\ rights\ reserved | .{0,10}\bICP\b.{0,60} |
        (rights\ (&|and)\ permissions|reprints?(\ (&|and)\ permissions?)?|licensing\ rights|
        purchase\ licensing\ rights|request\ permissions?|republish\ this\ article|
        get\ the\ rights).{0,60} | our\ standards:.{0,60}
    """,
    "details": r"""
        (about\ )?\d+[\s-]*(min|mins|minute|minutes)(\ read(ing)?(\ time)?|\ to\ read|\ listen|
        \ watch) | (estimated\ )?read(ing)?\ time:?.{0,20} | \d[\d,]*\ words |
        by | this\ (article|story)\ is\ more\ than\ .{1,20}\ old |
        source:\ .{1,60} | (web\ )?editor:\ \S.{0,40} | tags?(:\ .{1,100})? | topics?(:\ .{1,80})?
        | (filed|posted|published|listed)\ (under|in):?\ .{1,60} | updated? | published |
        first\ published | last\ (updated|modified) | key\ ?words:?\ .{1,100}
    """,
    "menu": r"""
        [\d,.]{1,7}k? | accessibility\ links | why\ you\ can\ trust\ .{1,30} | before\ you\ go |
        you\ have\ been\ granted\ access.{0,60} | (skip|jump)\ (to|past)\ .{1,40} |
        skip\ navigation | (open|close|toggle|show|hide|main|site|
        section|mobile)?\ ?(menu|navigation|nav|sections?|sidebar|submenu)(\ .{0,20})? |
        home(page)? |
        back(\ to)?(\ (the\ )?(top|home|.{0,20}page))? | (return|go)\ to\ (top|home.{0,15}) | top |
        about(\ (us|.{1,20}))? | contact | help(\ (center|centre))? | faqs? | careers | jobs |
        advertise(\ with\ us)? | accessibility(\ (help|statement|links))? | site\ ?map | language |
        (edition|english|简体中文|中文|français|español|العربية|русский)([\s|·/]+(edition|english|
        中文|français|español|العربية|русский|한국어|日本語|deutsch|português))* |
        (us|uk|international|global|asia|china|australia|europe)\ edition | e-?paper | apps? |
        (breaking|world|business|china|asia|sports?|opinion|politics|technology|tech|culture|travel|
        science|health|arts|life(style)?|markets?|economy|video|videos|weather|more|news|home|live|
        africa|europe|americas|middle\ east|nation|us|uk|u\.s\.|military|environment|climate|money|
        entertainment|style|food|education|society|podcasts?|pictures|photo|features?|analysis|
        explainers?|fact\ check|investigations?|editorials?|columns?|commentary|biz|metro|hotspot|
        in-depth|diplomacy|finance|companies|autos|law|regional|exclusive|news\ analysis|latest|
        asia[ -]pacific|world\ news|us\ news|top\ news|source|interactives?|data|graphics|
        obituaries|
        letters|cartoons|games|puzzles|crosswords?|recipes|cooking|wirecutter|the\ athletic|
        special|specials|series|longform|newsfeed|human\ rights|israel[ -]gaza|ukraine)
        ([\s|/>›»·•,&]+(breaking|world|business|china|asia|sports?|opinion|politics|technology|tech|
        culture|travel|science|health|arts|life(style)?|markets?|economy|videos?|weather|more|news|
        home|live|africa|europe|americas|middle\ east|nation|us|uk|u\.s\.|military|environment|
        climate|money|entertainment|style|food|education|society|podcasts?|pictures|photos?|
        features?|analysis|explainers?|editorials?|commentary|diplomacy|finance|in-depth|and))*
    """,
}

_PHRASES: dict[str, str] = {
    "cookies": r"""
        (by\ (continuing|using|clicking|browsing|visiting|accepting|closing|pressing|choosing|
        selecting|proceeding)\b.{0,200}\byou\b.{0,60}\b(agree|accept|consent|acknowledge)) |
        (by\ (clicking|continuing|accepting|using)\b.{0,160}\bour\b.{0,40}\b(cookies?|privacy)) |
        ((we|this\ (web)?site|our\ (web)?sites?|this\ page|.{1,40}\band\ our\ (\w+\ )?partners)
        (,?\ and\ (our|its)\ (\w+\ ){0,3}(partners|vendors))?,?\ (uses?|store|stores|process|value|
        care|respect)\b.{0,120}\b(cookies?|your\ privacy|personal\ data|similar\ technologies)) |
        (we(['’]ve|\ have)?\ (recently\ )?(updated|revised|changed)\ our\ (privacy|terms|cookie)) |
        ((please\ )?(read|see|review)\ our\ (privacy|cookie))
    """,
    "newsletter": r"""
        (sign|signup|sign-up)\ up\ (for|to)\b | subscribe\ to\ (our|the|.{1,30}newsletter)\b |
        get\ (the|our|all\ the)\b.{1,80}\b(inbox|newsletter|e?-?mail)\b |
        .{0,200}\bnewsletters?\b.{0,60}\bsign\ up\b.{0,12}\bhere\b |
        .{0,80}\b(delivered|sent|straight|directly)\b.{0,20}\bto\ your\ (inbox|phone|e?-?mail) |
        (our|this|the)\ .{0,40}newsletter\b.{0,80}\byour?\b | by\ (signing\ up|entering\ your|
        submitting\ your)\b
        .{0,80}\b(you|e?-?mail)\b | (enter|type)\ your\ e?-?mail | this\ site\ is\ protected\ by
        \ recaptcha | newsletters\ may\ contain | for\ more\ information,?\ see\ our\ privacy
    """,
    "account": r"""
        (you(['’]ve|\ have)\ (reached|read|used)\b.{0,60}\b(articles?|limit|free)) |
        (to\ (continue|keep)\ reading\b) | (already\ (a|have\ an)\ (subscriber|account|member)) |
        (this\ (article|content|story)\ is\ (only\ )?(for|available\ to|reserved\ for)\b.{0,30}
        \b(subscribers?|members?)) | (subscribe|register|log\ in|sign\ in)\b.{0,60}\bto\ (read|
        continue|access|unlock|comment|keep|enjoy|view)\b | (support|help)\ (our|independent|
        quality)
        \b.{0,40}\bjournalism\b | (please\ )?consider\ (subscribing|donating|supporting|
        becoming)\b |
        thank\ you\ for\ (your\ patience|reading)\b.{0,160}
    """,
    "follow": r"""
        (follow|like|find|join)\ (us|our)\b.{0,80}\b(facebook|twitter|x|instagram|telegram|youtube|
        whatsapp|wechat|tiktok|linkedin|threads|bluesky|channel)\b |
        (download|get|install)\ (the|our)\b.{0,40}\bapp\b | for\ more\ (news|stories|information)\b
        .{0,60}\b(follow|visit|download|subscribe|check\ out|go\ to)\b |
        (\(?\s*if\ you\ (want|would\ like)\ to\ contribute\b) | (click|tap|scan)\ here\b |
        (contact|e?-?mail|message|reach)\ us\b.{0,60}@ |
        (have|got)\ a\ (news\ )?tip\b
    """,
    "related": r"""
        (read\ (more|next|also|the\ full\ story)|also\ read|related|see\ also|more\ (from|on)|watch|
        listen|recommended|must\ read|up\ next|don['’]t\ miss)\ ?(:|\||»|>|→|>>)\ ?\S
        | (click|tap)\ here\ (for|to)\b | (»|›|►|▶|>>|→|➤)\ ?\S | (for\ )?more\ (on|about)\ this\b
    """,
    "copyright": r"""
        (copyright\ ?(©|\(c\)|\d{4})|©\ ?\d|\(c\)\ ?\d) | .{0,60}\ball\ rights\ reserved\b |
        (this\ (material|content|article)\ (may\ not|is\ protected|cannot)\b.{0,120}\b(published|
        copyright|broadcast|rewritten|redistributed|reproduced)) | no\ (part|reproduction)\ of\ this
        \ (site|publication|material|article)\b | (the\ )?bbc\ is\ not\ responsible\ for |
        .{0,60}\bis\ not\ responsible\ for\ the\ content\ of\ external
    """,
    "advertisement": r"""
        (this\ (article|post|page)\ (may\ )?contains?\ affiliate) | (we\ may\ (earn|receive)\b
        .{0,60}\b(commission|compensation)) | .{0,20}\bad\ blocker\b.{0,80}\b(disable|turn|
        whitelist)
    """,
    "player": r"""
        (to\ (play|view|watch)\ this\ (video|content)\b) | (your\ browser\ (does\ not|doesn['’]t)) |
        (please\ )?enable\ javascript | javascript\ (is|must)\b.{0,80}\b(enabled?|disabled|required)
        | (this\ (video|content|audio)\ (is\ not|cannot|can\ not|could\ not|isn['’]t)\b) |
        (the\ media\ could\ not\ be\ loaded) | (this\ audio\ is\ (auto-?|ai-?)?generated) |
        (listen\ to\ this\ (article|story)\b)
    """,
}

_QUOTED = re.compile(r"[\"“”«»]")
_SECTION = re.compile(
    r"""(related|recommended|most\ (read|popular|viewed|shared|watched)|trending|popular|editors?|
    more\ (stories|news|from|on|in|like|headlines|coverage|articles)|latest|top\ (stories|news|
    picks)
    |you\ (may|might)|read\ (more|next|also)|see\ also|around\ the\ web|promoted|from\ our|what\ to
    \ read|in\ case\ you|up\ next|don['’]?t\ miss|must\ read|hot|similar|elsewhere|comments?|
    join\ the
    |search\ trends|list\ of|on\ this|further|the\ latest|explore\ more|discover\ more|suggested
    |other\ (stories|news))\b""",
    re.X | re.I,
)


@cache
def _compiled() -> tuple[tuple[tuple[str, re.Pattern[str]], ...], ...]:
    flags = re.X | re.I
    labels = tuple((key, re.compile(f"(?:{rule})", flags)) for key, rule in _LABELS.items())
    phrases = tuple((key, re.compile(f"(?:{rule})", flags)) for key, rule in _PHRASES.items())
    return labels, phrases


def reason_to_drop(text: str) -> str:
    """Return the key of the reason why this text is not part of the article, "" if it may be.

    >>> reason_to_drop("Share this article"), reason_to_drop("Cookies were invented in 1994.")
    ('share', '')
    """
    words = text.count(" ") + 1
    if words > LONGEST_BANNER:
        return ""
    if words <= LONGEST_LABEL and (key := _label(text) or _labels_in_a_row(text)):
        return key
    if _QUOTED.search(text):
        return ""
    _, phrases = _compiled()
    for key, rule in phrases:
        if (words <= LONGEST_BOX or key == "cookies") and rule.match(text):
            return key
    return ""


def _label(text: str) -> str:
    label = re.sub(rf"^[\s•·|*▶►→»›>+-]+|{_TAIL}$", "", text)
    if not label:
        return ""
    return next((key for key, rule in _compiled()[0] if rule.fullmatch(label)), "")


def _labels_in_a_row(text: str) -> str:
    """Return the reason of a line of nothing but labels: "Advertisement · Scroll to continue"."""
    parts = [part for part in re.split(r"\s*[|·•]\s*", text) if part]
    reasons = [_label(part) for part in parts]
    return reasons[0] if len(parts) > 1 and all(reasons) else ""


def opens_list(text: str) -> bool:
    """Say whether a dropped label heads a list of links to other articles."""
    return text.count(" ") < 8 and _SECTION.match(text.strip(" :•|*")) is not None


def is_bare(text: str) -> bool:
    """Say whether the text has no letter and no digit, such as a rule of dashes."""
    return not any(character.isalnum() for character in text)
