"""Whole lines that are buttons, boxes and menus of a page, as patterns, by reason."""

from __future__ import annotations

# The key is a reason of `reader.articles.clean.REASONS`. Alternatives are parted by " | " or by a
# line end, a backslash at the end of a line joins it to the next; case does not matter.
LABELS: dict[str, str] = {
    "cookies": r"""
        (our |the )?(privacy|cookies?)( (and|&|or) (privacy|cookies?))? (statement|policy|\
        policies|notice|settings|preferences|choices|options)( ?(and|&) ?(cookies?|privacy|\
        terms)( (statement|policy|settings|notice|of (use|service)))?)?
        (i|yes,? i) (agree|accept|understand|consent)
        (accept|reject|decline|allow|refuse)( (all|additional|optional|necessary|\
        only necessary|essential))?( cookies)?( (and|&) (continue|close))?
        agree( (and|&) (continue|close|proceed))? | got it
        (manage|change|customi[sz]e|set) (my |your )?(cookies?|consent|privacy)? ?(settings|\
        preferences|choices|cookies|options)
        cookies? | privacy | do not sell( or share)? my (personal )?(info|information|data)
        your privacy( choices| rights)? | (ad|your ad) ?choices
        terms( (of|and) (use|service|conditions))?( (and|&|\|) privacy( policy)?)?
        california privacy( rights)? | continue | we value your privacy | privacy notice:.{0,200}
        we care about your privacy | continue without accepting | reject non-essential
        (confirm|save) my choices | strictly necessary cookies | always active
        learn more about (cookies|our .{1,30})
    """,
    "account": r"""
        manage (your )?(e?-?mail )?(preferences|subscription) | unsubscribe
        view in (your )?browser
        (want|ready for) (more|your company.{1,60})\?? | become a (paid|free) subscriber
        (sign|log) ?-?(in|up|out|on)( (to|with|or) .{1,30})? | register( now)? | my account
        subscribe( (now|today|here|for .{1,30}|to .{1,50}))? | become a (member|subscriber)
        (already )?(a|have) (an )?(subscriber|account|member)\??( (sign|log) in)?
        create (a |an |your )?(\S+ )?account( to .{1,60})?
        already (a|an) \S+ (subscriber|member)\?.{0,20} | (start|try) (a|your) (free )?trial
        support (us|the .{1,25})( today)? | donate( now| today)? | gift (this )?article
        give (this )?article | free trial | log in / register | subscriptions?
        unlock (this article|full access).{0,30}
        (my|your) (profile|feed|stories|list|alerts) | view profile | saved (articles|stories)
        reading list | notifications | cancel (anytime|at any time)
        [$£€]\d[\d.]* (for|a|per) .{1,30} | unlock .{1,60} for free | make a (donation|contribution)
    """,
    "newsletter": r"""
        (email|e-mail|your email|email address|enter (your )?e?-?mail( address)?)( \(required\))?
        newsletters? | (free )?(daily|weekly|morning) newsletter
        (skip past|after) newsletter promotion | get (our|the) .{0,50}newsletters?
        (sign|signup|sign-?up)( up)? (for|to) (our|the) .{1,60}
        (get|receive) .{1,60} (in|to) your (inbox|email).{0,30} | invalid email
        your email address | newsletter (sign-?up|subscription) | something went wrong.{0,40}
        (please )?try again( later)? | you have successfully .{1,40} | i agree to .{1,60}
        by submitting (this form|your e?-?mail).{0,80}
        thank you for (subscribing|signing up).{0,30} | most popular newsletters? | sign me up
        join our (mailing list|newsletter) | breaking news alerts?
    """,
    "share": r"""
        https?://\S+ | (add|prefer|follow) .{1,40} (on|to) google
        share this | like loading[.…]* | gift this article
        share | shares | copied!? | embed | direct link | share full article | \d[\d.,]*k? shares?
        (share|tweet|pin|email|e-mail|post|send|print|save|like|copy)( (this|the|on|via|to|\
        with|by|link|url))?( (this|a|the))? ?(article|story|page|news|post|link|facebook|\
        twitter|x|whatsapp|linkedin|reddit|telegram|messenger|wechat|weibo|pinterest|email|\
        e-mail|friend|options|url|print|clipboard)?( (on|via|to|with|by) .{1,40})?
        (facebook|twitter|x|whatsapp|linkedin|reddit|telegram|messenger|flipboard|wechat|\
        weibo|pinterest|instagram|youtube|tiktok|threads|bluesky|snapchat|copy|copy link|\
        link copied|email|e-mail|print|mail|line|rss|rss feed|mastodon|tumblr)\
        ([\s,|/·•]+(facebook|twitter|x|whatsapp|linkedin|reddit|telegram|messenger|flipboard|wechat|\
        weibo|pinterest|instagram|youtube|tiktok|threads|bluesky|copy link|email|e-mail|print|\
        mail|line|rss|share|share on|and))*
        copy link( to clipboard)? | add as (a )?preferred source on google | more sharing options
        save(d)?( for later)? | bookmark | share (to|on|this):?.{0,60}
        (text|font)( size)? | (small|medium|large|normal)( text| size)
        a-? ?a\+? | a[+-] | resize | (share|save){2} | add to (favou?rites|my .{1,20})
    """,
    "follow": r"""
        follow (this )?(author|writer|reporter|topic)s? | follow the topics in this article
        follow(ing)? | follow (us|.{1,40} on)( .{0,80})? | (find|like|join) us on .{1,60}
        connect with us.{0,40} | (download|get) (the|our) .{0,30}app.{0,40}
        (join|follow) our .{0,20}channel.{0,40} | stay connected | scan .{0,20} qr code.{0,30}
        (available|download) on the app store | google play | (get it on )?google play
        follow on .{1,30} | contact us( at \S+)? | @\w{2,20}
    """,
    "related": r"""
        (references|external links|citations|footnotes|see also|further reading)\[edit\]
        related
        related (articles?|stories|story|news|content|topics?|posts?|reading|links?|coverage|\
        tags|videos?|internet links)
        (you )?(may|might) (also )?(like|be interested in|have missed)
        recommended( (for you|stories|reading|articles|topics|videos?))? | recommendations
        read (more|next|also|on|this next|the full (story|article))
        most (read|popular|viewed|shared|watched|commented|recent)
        trending( (now|stories|news|topics|articles))? | popular( (now|stories|news|in .{1,30}))?
        editors?['’]?s? (picks?|choice)
        (more|latest|top|other|further|today['’]s top) (stories|news|headlines|articles|\
        coverage|reading|videos?)
        the latest | latest | up next | next (article|story|up)? | previous (article|story)?
        (more|latest) (from|on|in|like) .{1,60} | what to read next | see also | also read
        explore more( .{1,30})? | (view|see|show|load|read) (more|all)( .{1,40})? | more
        from our partners | around the web | you may also like | don['’]?t miss | must reads?
        in case you missed it | recommended by \w+ | promoted (stories|content|links) | top picks
        keep reading | discover more( .{1,30})? | list of \d+ items | list \d+ of \d+ .{1,120}
        continue reading | read full (article|story) | (full|live) coverage | live updates
        (more for you|related items|also on.{0,20}|most (discussed|emailed)|from the archives?)
        (more|all posts|articles|stories) by .{1,40}
        view author archive | (get )?author rss( feed)?
        further reading | end of list | (more )?on this (story|topic)( .{0,30})?
        similar (articles|stories) | elsewhere on .{1,30} | hot (topics?|news|words)
        what others are reading | readers also liked | suggested (reading|topics):?
    """,
    "advertisement": r"""
        powered by( .{1,30})? | (sponsor|advertiser) message
        about sponsored content | paid partner content
        advertisement ?[-–—:] ?(story|article|content|continue).{0,40}
        (advertiser|branded|partner|paid) content | paid for by.{0,40} | close (this )?ad
        (an? )?advertis(e)?ments? | advertising | ads?( feedback)?
        sponsored( content| links?| by .{1,30})? | promoted | paid (content|post) | partner content
        skip (this )?ad(s|vertisement)? | (story|article|content) continues (below|after).{0,40}
        (continue|keep) reading (below|the main story).{0,30} | scroll (down )?to continue.{0,40}
        (remove|hide|report|why this|stop seeing) (this )?ads? | ad \d+ of \d+
        (story|article) continues | affiliate links?.{0,20} | end of advertisement
    """,
    "comments": r"""
        what readers are saying | discussion about this post | leave a comment | share your thoughts
        provide (news )?feedback( or report an error)? | .{1,30} values? your feedback
        (\d\. )?(how relevant is this ad to you|did you encounter any technical issues)\??
        (\d+ |one )?(thoughts?|responses?|comments?) on [“"‘].{1,150}[”"’]
        no responses yet | leave a reply
        (\d[\d.,]*k? )?comments?( \(?\d[\d.,]*\)?)?
        (add|leave|post|write|view|show|hide|read|see|join) (a|all|the|your|\d+)? ?(comments?|\
        reply|conversation|discussion)( \(?\d*\)?)?
        (join|start) the (conversation|discussion) | no comments( yet)? | be the first to comment
        what do you think\?? | reply | report | sort by( .{1,20})? | likes?
        \d[\d.,]*k? (likes?|views?|reads?|replies|reactions) | leave feedback | feedback
        was this (article|page|story) (helpful|useful|interesting)\??
        report (an )?(error|typo|correction|a problem).{0,30}
        (submit|send) (a )?(correction|feedback|tip).{0,30} | respond to this article
        suggest (a|an) (correction|edit) | send us a tip | contact the newsroom | write to us
        (dis)?likes? | share your (thoughts|opinion|feedback).{0,40}
        liked by .{1,60} | \d+ more comments?
    """,
    "player": r"""
        image | photograph
        ok | try again | download
        translate | skip links | hide captions? | (choose )?your listening speed
        select voice | \d(\.\d+)?x
        (listen|watch|play|pause|mute|unmute|fullscreen|full screen|replay|loading|close|\
        expand|zoom|enlarge|volume|captions?|transcript|autoplay|settings)( (to this |this |\
        the )?(article|story|video|audio|now|more|live|image|photo|gallery|dialog|player|\
        transcript))?( [–(-]? ?\d{1,2}[: ]\d{2}\)?)?
        (listen|watch) (to )?(this|the) .{1,40}
        (view|open|see|hide|show|toggle|next|previous|enlarge|expand|close|\
        click (here )?to (view|enlarge|expand)|tap to (view|enlarge)) ?(the |in )?(image|\
        images|photo|photos|picture|pictures|gallery|slideshow|slide|fullscreen|full screen|\
        caption|captions|full image)( (in )?(fullscreen|full screen|gallery|captions?|\
        \d.{0,20}))?
        (image|photo|slide|picture)? ?\d{1,3} ?(/|of) ?\d{1,3}( (images|photos|\|.{0,20}))?
        \d{1,2}:\d{2}(:\d{2})?( ?[/|] ?\d{1,2}:\d{2}(:\d{2})?)? | video | audio | photos?
        (this )?video (player|unavailable|can not be played|duration).{0,30}
        your browser does not support.{0,60} | \d+ (photos?|images?|videos?) | live( tv)? | x close
        gallery | slideshow | (view|see) larger image | listen to article | playback (rate|speed)
        (current time|duration|remaining time|loaded) ?-?\d.{0,20} | stream type.{0,20}
        hide caption | toggle caption | now playing | (photo|picture) (viewer|gallery)
    """,
    "search": r"""
        search | search (trends|results|for .{0,30}|here|site|.{0,20} news|this site|tips)
        trending searches | hot searches | popular searches | search \.\.\. | advanced search
        clear( search)? | type (and|to) .{0,30}search.{0,20}
    """,
    "copyright": r"""
        cc[ -]by([ -](nc|nd|sa))*( \d\.\d)?
        copyright | (copyright ?(©|\(c\)|\d{4}|by\b)|©|\(c\) ?\d).{0,160}
        all rights reserved.{0,80} | .{0,80}[., ]all rights reserved | .{0,10}\bICP\b.{0,60}
        (rights (&|and) permissions|reprints?( (&|and) permissions?)?|licensing rights|\
        purchase licensing rights|request permissions?|republish this article|\
        get the rights).{0,60}
        our standards:.{0,60}
    """,
    "details": r"""
        (about )?\d+[\s-]*mins? | (this )?article is more than .{1,20} old
        from [\w ]{2,30}, the free encyclopedia | (?-i:SOURCE [A-Z][\w .,&]{1,60})
        categories: .{1,200}
        (about )?\d+[\s-]*(min|mins|minute|minutes)( read(ing)?( time)?| to read| listen| watch)
        (estimated )?read(ing)? time:?.{0,20} | \d[\d,]* words | by
        this (article|story) is more than .{1,20} old | source: .{1,60}
        \(?(web )?editor: \S.{0,40}
        a version of this .{1,20} appear(s|ed) in print.{0,200}
        tags?(: .{1,100})? | topics?(: .{1,80})?
        filed under | (est\.?|estimated) reading time.{0,20}
        (filed|posted|published|listed) (under|in):? .{1,60} | updated? | published
        first published | last (updated|modified) | key ?words:? .{1,100}
    """,
    "menu": r"""
        (open|close|toggle|show|hide) (main menu|search) | show (less|fewer) | cancel | submit
        (next|previous|prev) | dismiss | (dark|light) mode | (change|select|choose) language
        (print|digital) edition | today['’]s (paper|front page|edition) | jump to | scroll to top
        (in|on) this (article|story|page|section) | table of contents | categories
        corrections | (ethics|editorial) (policy|standards|guidelines) | code of (conduct|ethics)
        complaints | syndication | read (this )?in (chinese|spanish|french|arabic|english)
        horoscopes? | shop | store | events | books | music | films? | tv | football | cricket
        fashion | property | real estate | motoring | personal finance | columnists | magazine
        (the )?long reads? | (written|reported|edited|reviewed|fact checked) by | authors?
        tools | talk | read | edit | view history | \d+ languages
        contents | tag(s|ged)(?-i:(,? [A-Z][\w.-]*){1,12}) | summary
        home [>›»/|] .{1,160} | you are here:?.{0,60} | here[’\']s how you know
        featured( in)?
        (see|read) more on:?.{0,80}
        an official website of .{1,60} | secure \.\w+ websites use https | open in app
        [\d,.]{1,7}k? | accessibility links | why you can trust .{1,30} | before you go
        you have been granted access.{0,60} | (skip|jump) (to|past) .{1,40} | skip navigation
        (open|close|toggle|show|hide|main|site|section|mobile)? ?(menu|navigation|nav|\
        sections?|sidebar|submenu)( .{0,20})?
        home(page)? | back( to)?( (the )?(top|home|.{0,20}page))? | (return|go) to (top|home.{0,15})
        top | about( (us|.{1,20}))? | contact | help( (center|centre))? | faqs? | careers | jobs
        advertise( with us)? | accessibility( (help|statement|links))? | site ?map | language
        (edition|english|简体中文|中文|français|español|العربية|русский)\
        ([\s|·/]+(edition|english|\
        中文|français|español|العربية|русский|한국어|日本語|deutsch|português))*
        (us|uk|international|global|asia|china|australia|europe) edition | e-?paper | apps?
        (breaking|world|business|china|asia|sports?|opinion|politics|technology|tech|culture|\
        travel|science|health|arts|life(style)?|markets?|economy|video|videos|weather|more|\
        news|home|live|africa|europe|americas|middle east|nation|us|uk|u\.s\.|military|\
        environment|climate|money|entertainment|style|food|education|society|podcasts?|\
        pictures|photo|features?|analysis|explainers?|fact check|investigations?|editorials?|\
        columns?|commentary|biz|metro|hotspot|in-depth|diplomacy|finance|companies|autos|law|\
        regional|exclusive|news analysis|latest|asia[ -]pacific|world news|us news|top news|\
        source|interactives?|data|graphics|obituaries|letters|cartoons|games|puzzles|\
        crosswords?|recipes|cooking|wirecutter|the athletic|special|specials|series|longform|\
        newsfeed|human rights|israel[ -]gaza|ukraine)([\s|/>›»·•,&]+(breaking|world|business|\
        china|asia|sports?|opinion|politics|technology|tech|culture|travel|science|health|\
        arts|life(style)?|markets?|economy|videos?|weather|more|news|home|live|africa|europe|\
        americas|middle east|nation|us|uk|u\.s\.|military|environment|climate|money|\
        entertainment|style|food|education|society|podcasts?|pictures|photos?|features?|\
        analysis|explainers?|editorials?|commentary|diplomacy|finance|in-depth|and))*
    """,
}
