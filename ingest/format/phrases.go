package format

import (
	"regexp"
	"strings"
)

// label is what a unit's words say it is. Only words that a page prints around an article
// are listed: what an article could say by itself has no label.
type label int

const (
	plainLabel   label = iota
	navLabel           // a menu entry: furniture only among others of its sort
	chromeLabel        // furniture by itself: advertisement, share line, copyright
	openerLabel        // heads a block of furniture: related posts, tags, archives
	commentLabel       // heads reader comments or the form for them
	promoLabel         // asks the reader to subscribe, pay or sign up
	bannerLabel        // cookie notice and the like: furniture at the edges of a page
	creditLabel        // names a source or the maker of a picture: never furniture
)

// lexicon maps keys (see keyOf) of whole units to labels.
type lexicon map[string]label

// newLexicon files the lists; a phrase that stands in two is filed as the later says.
func newLexicon() lexicon {
	x := lexicon{}
	x.file(navLabel, navWords)
	x.file(navLabel, foreignNavWords)
	x.file(chromeLabel, chromeLines)
	x.file(openerLabel, openerLines)
	x.file(commentLabel, commentLines)
	return x
}

func (x lexicon) file(l label, list string) {
	for _, phrase := range strings.Split(list, "|") {
		x[keyOf(strings.TrimSpace(phrase))] = l
	}
}

var pagePhrases = newLexicon()

const navWords = `products|pricing|solutions|customers|home|homepage|menu|main menu|search|login|log in|sign in|sign up|sign out|log out|register|
subscribe|contact|contact us|about|about us|our team|team|who we are|what we do|privacy|privacy policy|privacy notice|privacy & cookies|
terms|terms of use|terms of service|terms & conditions|terms and conditions|cookie policy|cookies|cookie settings|
legal|legal notice|imprint|disclaimer|accessibility|accessibility statement|advertise|advertising|advertise with us|advertise here|
careers|jobs|help|help center|help centre|support|faq|faqs|sitemap|site map|newsletter|newsletters|e-paper|epaper|
archive|archives|podcast|podcasts|video|videos|photos|gallery|galleries|live|live tv|news|latest|latest news|breaking news|
world|world news|us news|uk news|u.s|business|markets|finance|money|economy|sport|sports|football|politics|opinion|opinions|editorial|columns|columnists|
entertainment|lifestyle|life & style|style|fashion|food|technology|tech|science|environment|climate|health|culture|arts|books|music|film|movies|tv|
travel|weather|education|property|real estate|cars|motoring|gadgets|reviews|features|local|national|international|
africa|asia|europe|americas|middle east|obituaries|horoscopes|crossword|crosswords|games|puzzles|shop|store|donate|my account|account|profile|
settings|cart|basket|checkout|wishlist|rss|rss feed|mobile apps|apps|events|webinars|resources|blog|blogs|forum|forums|
community|members|membership|write for us|submit article|submit a tip|send us a tip|submit news|press|press releases|media kit|partners|
cryptocurrency|earnings|enterprise|startups|cybersecurity|security|artificial intelligence|machine learning|metaverse|internet|
facebook|twitter|x|linkedin|instagram|youtube|whatsapp|telegram|reddit|pinterest|tiktok|threads|bluesky|mastodon|flipboard|google news|
email|e-mail|print|share|tweet|pin|more|all|next|previous|prev|back|close|top|english|español|français|deutsch|do not sell my personal information|
your privacy choices|manage preferences|corrections|ethics policy|editorial policy|editorial guidelines|code of ethics|masthead|staff|tips|how to|reviews & guides`

const chromeLines = `ad feedback|link copied!|here's how you know|after newsletter promotion|reuse this content|article content|author of the article|subscribed|advertisement|advertisements|advertising|ad|ads|adverts|advert|sponsored|sponsored content|sponsored links|paid content|paid post|promoted|promoted content|reader interactions|primary sidebar|secondary sidebar|primary navigation|footer menu|skip advertisement|share full article|post reply|who is online|jump to|report post|top of page|site navigation|
story continues below advertisement|story continues below|article continues below|article continues below advertisement|article continues after ad|continue reading below|scroll to continue|scroll down to continue|
skip to content|skip to main content|skip to navigation|skip navigation|skip to main|jump to content|toggle navigation|toggle menu|toggle search|open menu|close menu|open navigation menu|close this|
open in app|read in app|listen to article|listen to this article|listen|listen now|play audio|watch now|watch video|watch live|
share this|share this article|share this story|share this post|share this page|share article|share on facebook|share on twitter|share on x|share on linkedin|share on whatsapp|share via email|share by email|share on reddit|share on pinterest|share on telegram|
copy link|copy url|link copied|save|save article|save for later|bookmark|gift this article|print this article|print article|email this article|text size|font size|
loading|loading...|please wait|read more|read more »|continue reading|show more|load more|see more|view more|learn more|find out more|click here|view all|see all|view comments|show comments|hide comments|
view all posts|view all articles|all posts|more posts|previous post|next post|previous article|next article|previous story|next story|older posts|newer posts|older|newer|
back to top|go to top|scroll to top|return to homepage|back to home|follow|followed|following|unfollow|get alerts|get app|get the app|download app|download the app|install app|
generic selectors|exact matches only|exact matches|search in title|search in content|search in excerpt|search in posts|search in pages|post type selectors|filter by categories|
accept|accept all|accept cookies|accept all cookies|reject|reject all|decline|got it|i agree|i accept|ok|cookie preferences|cookies settings|manage cookies|
your name|your email|your email address|email address|email *|name *|website|post comment|submit|submit comment|send|go|subscription from|no thanks|not now|maybe later|
add to favorites|add as a preferred source on google|set as preferred source|follow us on google news|enlarge|enlarge image|view gallery|open image in gallery|fullscreen|expand|collapse|hide caption|toggle caption|
replies|reply|like|likes|dislike|upvote|downvote|report|report abuse|flag|quote|permalink|share post|report this ad|remove ads|why this ad|about ads|adchoices|ad choices`

const openerLines = `see all topics|topic|components|explore more on these topics|also from this source|similar threads|from this author|more from this author|recommended from editorial|also in the news|related|related posts|related post|related articles|related article|related stories|related story|related news|related content|related topics|related tags|related coverage|related reading|related links|related videos|
you might also read|you may also read|you might also like|you may also like|you might also enjoy|you might like|you may like|you might be interested in|you may also be interested in|you might also be interested in|you may have missed|
also read|read also|see also on this site|read next|up next|next up|what to read next|keep reading|further reading on this site|more to read|more like this|similar posts|similar articles|similar stories|
more stories|more news|more articles|more headlines|more from us|more coverage|more for you|more on this|more on this story|more on this topic|other stories|other news|other articles|
recommended|recommended for you|recommended articles|recommended stories|recommended reading|recommended posts|suggested for you|suggested articles|we recommend|
recent posts|recent articles|recent news|recent stories|recent comments|latest posts|latest articles|latest stories|latest headlines|latest from us|latest updates|the latest|newest posts|
popular|popular posts|popular articles|popular stories|popular news|most popular|most read|most viewed|most shared|most commented|most recent|most discussed|trending|trending now|trending stories|trending topics|trending news|what's trending|hot topics|hot news|
top stories|top news|top posts|top headlines|top articles|editor's picks|editors' picks|editors picks|editor's choice|editor's pick|staff picks|our picks|featured|featured posts|featured stories|featured articles|must read|must reads|don't miss|in case you missed it|
browse by category|browse by categories|browse categories|browse archives|browse by topic|browse topics|categories|category|tags|tag cloud|topics|explore topics|explore more|explore|filed under|posted in|archives by month|
quick links|useful links|important links|helpful links|site links|links|company|follow us|follow us on|follow us on social media|stay connected|stay in touch|connect with us|connect|find us on|social media|social links|
newsletter sign up|newsletter signup|sign up for our newsletter|subscribe to our newsletter|join our newsletter|our newsletters|subscribe to newsletter|email newsletter|get our newsletter|
from around the web|around the web|promoted stories|sponsored stories|sponsored posts|partner content|paid partner content|from our partners|from our network|elsewhere on the web|
freshly squeezed|share this:|like this:|share|freshly published|just in|just published|breaking|live updates|advertise here|navigation|sections|calendar|meta`

const commentLines = `comments|comment|leave a reply|leave a comment|leave your comment|leave a response|post a comment|add a comment|add comment|add your comment|write a comment|write a comment...|join the conversation|join the discussion|join the debate|
what do you think|have your say|cancel reply|click here to cancel reply|reader comments|readers' comments|no comments|no comments yet|be the first to comment|comments are closed|comments closed|sort by newest|discussion|show all comments|all comments|login to comment|log in to comment|0 comments`

var (
	adLine      = regexp.MustCompile(`(?i)^[\W_]*(?:advertisements?(?: \d{1,2}|\W+scroll to continue)?|sponsored(?: content)?|publicité|anzeige|publicidad)[\W_]*$`)
	shareLine   = regexp.MustCompile(`(?i)^(?:(?:share|tweet|pin|post|send|save|email|print|copy|follow|like)(?: (?:this|it|us|link|article|story|post|page))?(?: (?:on|via|to|by|with))?\s*(?:facebook|twitter|x|linkedin|whatsapp|telegram|reddit|pinterest|tumblr|email|e-mail|mail|messenger|threads|bluesky|mastodon|flipboard|link|friends?|instagram|youtube|google news)?[\s|,·•/()0-9]*)+$`)
	skipLine    = regexp.MustCompile(`(?i)^skip (?:past|to|over|in)\b`)
	foundAt     = regexp.MustCompile(`(?i)^(?:find|read|view|see) (?:this|the (?:original|full)) (?:article|story|page|post) (?:online )?at:?\s*(?:https?://|www\.)\S+$`)
	platforms   = regexp.MustCompile(`(?i)^(?:(?:share|facebook|twitter|x|linkedin|whatsapp|telegram|reddit|pinterest|tumblr|e-?mail|messenger|instagram|youtube|print|copy link|rss|tiktok)[\s|,·•/]+){2,}(?:facebook|twitter|x|linkedin|whatsapp|telegram|reddit|pinterest|tumblr|e-?mail|messenger|instagram|youtube|print|copy link|rss|tiktok|share|more)?\W*$`)
	copyright   = regexp.MustCompile(`(?i)^(?:copyright\b|©|\(c\)\s*(?:19|20)\d\d)|^[^.]{0,60}©\s*(?:copyright\s*)?(?:19|20)\d\d|\ball rights reserved\.?$|^(?:proudly )?powered by (?:wordpress|phpbb|vbulletin|xenforo|discourse|blogger|ghost|drupal|joomla|medium|disqus|substack)`)
	tagLine     = regexp.MustCompile(`(?i)^(?:tags?|tagged(?: with)?|filed under|posted in|categor(?:y|ies)|topics?|in this (?:article|story)|keywords|labels|(?:related|suggested|key) topics|related tags|see more on|more on|explore more on)\s*(?::\s*\S|[|–-]\s+\S)`)
	relatedLine = regexp.MustCompile(`(?i)^[\[(]?(?:also read|read also|read more|see also|related|related (?:story|article|post|news|stories|articles|posts|coverage|reading)|you (?:may|might) also (?:like|read|enjoy)|must read|more on this|more|recommended|don't miss|next post|previous post|next article|previous article|next|previous|up next|read next|watch|listen)(?:\s*[:»|]|\s+[–-]\s)\s*\S`)
	moreFrom    = regexp.MustCompile(`(?i)^(?:discover more from|more from|more by|recommended from|more stories (?:from|by)|latest from|latest in|more in|more on|read more from|see more from|view all posts by|all posts by|posts by|follow us on|find us on|like us on|connect with)\s+\S+(?:\s+\S+){0,5}$`)
	aboutSite   = regexp.MustCompile(`^(?i:about|contact|advertise (?:on|with|in)|write for|work (?:for|at)|join|why)\s+[A-Z]\S*(?:\s+[A-Z]\S*){0,3}$`)
	countLine   = regexp.MustCompile(`(?i)^(?:\d[\d,.]*k?\s+(?:shares?|views?|likes?|retweets?|reads?|followers?|posts?|replies|reactions?|points?|votes?)|comments? \(\d+\)|\(?(?:\d+|one|no)\)? (?:comments?|responses?|thoughts?)(?: (?:on|to) .{0,120})?|(?:est(?:imated)?\.? )?(?:reading|read) time:?\s*\S.{0,20}|(?:\d+|a|one)[ -]min(?:ute)?s?(?: read)?|views?:\s*[\d,]+|page \d+ of \d+|read \d+ comments?|\d+ posts? • page \d+ of \d+|listen to (?:this )?(?:article|story)\b.{0,20}|share full article.{0,6}|return to [“"].{1,60}|users browsing this .{0,90})$`)
	homeCrumb   = regexp.MustCompile(`^Home(?:\s+[A-Z&]\S*){1,3}$`)
	breadcrumb  = regexp.MustCompile(`^(?:You are here:?\s*)?Home\s*[»›>/|:-]+\s*[A-Z].{0,160}$|^You are here\b|^(?:[A-Z][\w&' ]{1,25}\s*[»›>]\s*){1,}[A-Z][^.!?]{0,100}$`)
	weatherLine = regexp.MustCompile(`(?i)\bhighs? (?:near |around |in the )?\d{1,3}s?\s?°?[FC]?\b.*\bwinds?\b|\bwinds? [NSEW]{1,3} at \d+`)
	weekRow     = regexp.MustCompile(`(?i)^(?:m\W*t\W*w\W*t\W*f\W*s\W*s|s\W*m\W*t\W*w\W*t\W*f\W*s|(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\W*){7}|(?:(?:mo|tu|we|th|fr|sa|su)\W*){7})$`)
	dayRow      = regexp.MustCompile(`^(?:\d{1,2}[\s\x{a0}|]*){1,31}$`)
	monthStep   = regexp.MustCompile(`(?i)^(?:[«‹<←]\s*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\s*[»›>→])`)
	monthYear   = regexp.MustCompile(`(?i)^(?:january|february|march|april|may|june|july|august|september|october|november|december)\s+(?:19|20)\d\d(?:\s*\(\d+\))?$`)
	creditLine  = regexp.MustCompile(`^SOURCE [A-Z]|(?i)^\W?(?:(?:news |original )?sources?|via|with (?:inputs?|information|reporting|files) from|image(?: credits?| source| courtesy)?|images|photos?(?: credits?| by| courtesy)?|picture(?: credits?)?|pic|featured image|cover image|header image|credits?|illustration|graphic|video|reporting by|additional reporting by|editing by|compiled by|writing by|produced by)(?:\s*[:=]\s*|\s+[–-]\s+|\s+by\s+|\s+from\s+|\s+courtesy of\s+)\S`)
	outletList  = regexp.MustCompile(`^[^|.!?]{2,40}(?:\s\|\s?[^|.!?]{2,40}){2,}\.?$`)
)

// promoStart are beginnings by which a page speaks to its reader about itself. Each needs
// an imperative or the first or second person, so that a report about such offers stays.
var promoStart = regexp.MustCompile(`(?i)^(?:` + strings.Join([]string{
	`(?:please )?(?:subscribe|sign up|sign-up|register|signup)(?: now| today| here| below)? (?:to|for|and)\b.{0,80}(?:newsletter|inbox|e-?mail|updates?|alerts?|posts?|archive|briefing|channel|access|reading|stories|news)`,
	`(?:get|receive|have) (?:the |our |all |your |more |top |daily |weekly |free )*(?:.{0,60})(?:in|to|straight to|directly (?:in|to)|delivered to) your (?:e-?mail )?inbox`,
	`(?:enter|type|submit) your e-?mail`, `join (?:\S+ ){0,5}(?:other )?subscribers`, `join (?:our|us on)\b.{0,60}(?:channel|newsletter|community|whatsapp|telegram|list|discord|facebook|group)`,
	`if you (?:like|liked|enjoy|enjoyed|found|love) th(?:is|e) (?:web ?site|site|article|story|post|content|blog|newsletter)`,
	`(?:already|not yet) a (?:subscriber|member)\b`, `(?:become|be) a (?:paid |premium |free )?(?:subscriber|member|supporter|patron)\b`,
	`(?:create|open) (?:a|an|your) (?:free )?account\b`, `you (?:have|'ve) (?:reached|used|read) (?:your|all|\d+)\b.{0,40}(?:articles?|limit|stories)`,
	`to (?:continue|keep) reading\b`, `unlock (?:this|full|unlimited|all)\b`, `start your (?:free )?trial`, `(?:support|fund) (?:our|independent|quality) (?:journalism|work|reporting)`,
	`(?:follow|like|find|join) us (?:on|at)\b`, `(?:download|get|install) (?:our|the) (?:\S+ ){0,3}app\b`, `stay (?:up to date|updated|informed|ahead|connected|tuned|in the loop)\b`, `never miss (?:a|an|any|out)\b`,
	`don.t miss (?:a|an|any|out)\b.{0,40}(?:story|news|update|post|newsletter)`, `your (?:browser|ad ?blocker)\b.{0,60}(?:javascript|support|disable|turn off|ad)`,
	`(?:please )?enable javascript`, `javascript (?:is|must be)\b`, `(?:please )?(?:disable|turn off|whitelist)\b.{0,40}ad ?block`, `you need to enable javascript`,
	`your (?:e-?mail )?address will (?:not|never) be published`, `required fields are marked`, `save my name,? e-?mail`, `notify me (?:of|by|when)\b.{0,60}(?:comments?|posts?|replies)`,
	`you must be (?:logged|signed) in to (?:post|leave|comment|reply|vote|join|read|view)`, `you must (?:log|sign) in (?:or (?:register|sign up) )?to (?:post|leave|comment|reply|vote)`, `we invite you to (?:use|join|comment|share)\b`, `our standards: `, `you have permission to edit\b`, `watch this discussion\b`, `welcome to the discussion\b`, `(?:keep it clean|be truthful|don.t threaten|be nice|be proactive|share with us)\. \S`, `(?:try|start) .{2,40} free\b`, `sign up (?:to|for) (?:the |our )?(?-i:[A-Z])(?:\S+ ?){1,6}$`, `privacy notice: newsletters\b`, `you can save this (?:article|story)\b`, `share this (?:article|story|post|page) (?:in|on|with|via|by)\b`, `.{2,60} is a (?:reader|listener|member|community)-supported publication\b`, `this site uses akismet`, `learn how your comment data`, `this site is protected by (?:re|h)captcha`, `by (?:signing up|subscribing|submitting|registering|clicking)\b.{0,60}you agree`,
	`click here (?:to|for)\b`, `(?:do )?you (?:can )?unsubscribe at any ?time`, `unsubscribe at any ?time`, `we (?:will never|won't|don't) (?:spam|share your e-?mail)`, `error: content is protected`, `(?:all )?content (?:is|on this site is) (?:protected|copyright)`,
	`(?:individual|multi-user|annual|monthly|premium|student|corporate|digital|basic|pro)\b.{0,60}(?:[£$€]\s?\d|\d\s?[£$€]|on request|per month|per year|sign up)`,
	`inquiries\W`, `(?:got|have) a (?:news )?(?:tip|story)\b`, `send (?:us )?(?:your )?(?:tips|feedback)\b`, `(?:was|did you find) this (?:article|page|story) (?:helpful|useful)`, `rate this (?:article|post|story)`,
	`this is an archived (?:article|story)\b`, `this (?:post|article|blog|alert|publication|update|content|material) (?:is|has been|was|may be) .{0,60}(?:general information|information(?:al)? purposes)`, `e-?mail this (?:story|article|page) to\b`,
	`thank you for (?:reading|subscribing|signing up)`, `thanks for (?:reading|subscribing|signing up)`, `check (?:your )?(?:inbox|spam)`, `success! `, `an error (?:has )?occurred`, `oops! `,
}, "|") + `)`)

// bannerStart are notices that stand at the edge of a page. In the middle of a text they
// may be the text itself, as in a cookie policy.
var bannerStart = regexp.MustCompile(`(?i)^(?:we(?: and our (?:\d+ )?partners)? use (?:\S+ ){0,4}(?:cookies|technologies)|this (?:web ?)?site uses (?:\S+ ){0,3}cookies|our (?:web ?)?site uses (?:\S+ ){0,3}cookies|by (?:continuing|using|browsing)\b.{0,80}(?:cookies|terms|policy)|we (?:value|respect|care about) your privacy|this website is (?:owned|operated)|cookies help us)`)
