package org.signpost.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.signpost.knowledge.HtmlMarkdown;

/**
 * Reads what a saved web page says, without what surrounds it on every page of a site.
 */
final class WebPage {

	private static final String AROUND = "nav, header:not(article header):not(main header), footer, aside, form, dialog, [role=navigation], [role=banner], [role=contentinfo], [role=search], [role=complementary], [role=dialog], [aria-hidden=true], [hidden]";

	private static final Pattern FURNITURE = Pattern.compile(
			"(?i)(?:^|[\\s_-])(?:cookies?|consent|gdpr|breadcrumbs?|share|sharing|sharedaddy|social|feedback|ratings?|likes|votes|related\\w*|promos?|adverts?|newsletter|subscribe|signup|skip(?:-?link)?|menu|navbar|navigation|sidebar|pagination|pager|toc|table-of-contents|contents-list|comments?|back-to-top|print(?:-link)?|toolbar|popup|modal|metadata|(?:entry|post|page|article)-meta|byline|phase-banner|footer)(?:$|[\\s_-])");

	private static final Pattern PROMPT = Pattern.compile(
			"(?i)(?:is|was) this (?:page|article|information|content) (?:useful|helpful)\\??|did you find this (?:page|article)? ?(?:useful|helpful)\\??|(?:share|print|email|tweet|rate|save) this (?:page|article)?:?|share|tweet|print|back to top|skip to (?:main )?content|yes\\W+no|report a problem with this page|accept(?: all)? cookies|(?:page )?last (?:updated|reviewed|modified).{0,40}|read more|find out more|learn more|next|previous|close|(?:show|hide|open|close) all(?: sections)?|menu|search|log ?in|sign ?in|follow us.*|copyright.*|© .*|all rights reserved\\.?|loading\\W*|\\d+ (?:people )?(?:like|likes)(?: this)?|[\\W\\d]+");

	private static final String BUTTON = "a.button, a.btn, a[class*=btn-], a[class*=button], a[role=button]";

	private static final String BOX = "[role=alert], [role=note], [role=status], [class*=alert], [class*=callout], [class*=notice], [class*=admonition], [class*=infobox]";

	/** What is longer might be missed, so its beginning is told. */
	private static final int FEW = 6;

	private static final int BEGINNING = 60;

	private static final Set<String> PLAIN = Set.of("nav", "header", "footer", "form", "prompt");

	/** Most of what a page says is no furniture, whatever it is called. */
	private static final double MOST = 0.4;

	private static final Pattern SAVED_FROM = Pattern.compile("saved from url=\\(\\d+\\)(\\S+)");

	private static final Pattern JSON_DATE = Pattern
		.compile("\"date(?:Modified|Published)\"\\s*:\\s*\"(\\d{4}-\\d{2}-\\d{2})");

	private static final Pattern JSON_PUBLISHER = Pattern
		.compile("\"publisher\"\\s*:\\s*\\{[^{}]*\"name\"\\s*:\\s*\"([^\"]+)\"");

	private WebPage() {
	}

	static ImportedDocument read(Path file) throws IOException {
		return read(Jsoup.parse(file, null));
	}

	static ImportedDocument read(Document page) {
		var data = page.select("script[type=application/ld+json]")
			.stream()
			.map(Element::data)
			.collect(Collectors.joining("\n"));
		var publisher = first(meta(page, "og:site_name"), meta(page, "dc.publisher"), meta(page, "dcterms.publisher"),
				meta(page, "publisher"), group(JSON_PUBLISHER, data), siteOfTitle(page), meta(page, "author"));
		var published = first(Dates.of(meta(page, "article:modified_time")), Dates.of(meta(page, "dcterms.modified")),
				Dates.of(meta(page, "dc.date.modified")), Dates.of(meta(page, "last-modified")),
				Dates.said(page.body().text()), Dates.of(group(JSON_DATE, data)),
				Dates.of(meta(page, "article:published_time")), Dates.of(meta(page, "dcterms.issued")),
				Dates.of(meta(page, "date")),
				page.select("main time[datetime], article time[datetime]")
					.stream()
					.map((time) -> Dates.of(time.attr("datetime")))
					.filter((date) -> date != null)
					.findFirst()
					.orElse(null));
		var url = first(link(page), meta(page, "og:url"), savedFrom(page));
		var notes = new ArrayList<String>();
		Folds.open(page);
		var main = main(page);
		var title = title(page, main, publisher);
		clean(main, notes);
		Footnotes.place(main);
		Tables.headByLooks(main);
		TypedHeadings.part(main);
		var heading = main.selectFirst("h1");
		if (heading != null && heading.text().strip().equals(title)) {
			heading.remove();
		}
		else if (heading == null) {
			TypedHeadings.first(main).filter((first) -> first.text().strip().equals(title)).ifPresent(Element::remove);
		}
		if (url != null && !url.matches("https?://\\S+")) {
			url = null;
		}
		return new ImportedDocument(title, publisher, url, published, HtmlMarkdown.of(main), notes);
	}

	private static Element main(Document page) {
		for (var query : List.of("main", "[role=main]", "article", "#main-content", "#content", ".content")) {
			var found = page.select(query)
				.stream()
				.max(java.util.Comparator.comparingInt((Element each) -> each.text().length()));
			if (found.isPresent() && found.get().text().length() > 200) {
				return found.get();
			}
		}
		return page.body();
	}

	/** Takes off what stands around the text, and tells what. */
	private static void clean(Element main, List<String> notes) {
		var dropped = new TreeMap<String, Integer>();
		main.select("h1, h2, h3, h4, h5, h6").select("a").forEach((link) -> {
			if (!link.text().matches(".*[\\p{L}\\d].*")) {
				link.remove(); // the sign that leads to the heading itself
			}
		});
		main.select(AROUND).forEach((each) -> {
			if (!each.hasText() || each.closest("table") == null || each.normalName().matches("form|nav|dialog")) {
				drop(each, each.normalName(), dropped);
			}
		});
		main.select("blockquote cite").remove();
		var length = main.text().length();
		main.select("[class], [id]").forEach((each) -> {
			var matcher = FURNITURE.matcher(each.className() + " " + each.id());
			if (!each.equals(main) && matcher.find() && each.text().length() < MOST * length && each.parent() != null) {
				drop(each, matcher.group().strip().replaceAll("^[_-]|[_-]$", "").toLowerCase(java.util.Locale.ROOT),
						dropped);
			}
		});
		main.select("p, li, a, h2, h3, div").forEach((each) -> {
			if (isAlone(each) && PROMPT.matcher(each.text().strip()).matches()) {
				drop(each, "prompt", dropped);
			}
		});
		main.select("p, div").forEach((each) -> {
			if (!each.select(BUTTON).isEmpty() && each.select(BUTTON).text().equals(each.text())) {
				drop(each, "button", dropped);
			}
		});
		main.select("ul, ol").forEach((list) -> {
			if (!list.hasText()) {
				list.remove();
			}
			else if (isMenu(list)) {
				label(list).ifPresent(Element::remove);
				drop(list, "links", dropped);
			}
		});
		main.select(BOX).forEach((box) -> {
			if (!box.select("h1, h2, h3, h4, h5, h6").isEmpty() && box.text().length() < MOST * length
					&& box.normalName().matches("div|section|aside")) {
				box.tagName("blockquote"); // its heading is of nothing after it
			}
		});
		if (!dropped.isEmpty()) {
			notes.add("dropped: " + String.join(", ", dropped.entrySet().stream().map(WebPage::counted).toList()));
		}
		unread(main, "img[alt]:not([alt=\"\"])", "pictures, whose words are not read", notes);
		unread(main, "iframe, video, audio, object, embed", "films or frames", notes);
		unread(main, "canvas, svg:has(text)", "drawn charts", notes);
	}

	/**
	 * Links and nothing else, which no line introduces, lead to other pages; a fact among
	 * them would say more than a link.
	 */
	private static boolean isMenu(Element list) {
		var before = list.previousElementSibling();
		var introduced = before != null && (before.text().strip().endsWith(":")
				|| (before.normalName().equals("p") && list.closest("table") == null));
		return !introduced && list.childrenSize() > 1 && list.children().stream().allMatch((item) -> {
			var links = item.select("a[href]");
			return links.size() == 1 && links.text().equals(item.text()) && !item.text().matches(".*\\d.*|.*[.!]");
		});
	}

	/** What is written over a menu, where nothing else stands under it. */
	private static Optional<Element> label(Element list) {
		return Optional.ofNullable(list.previousElementSibling())
			.filter((before) -> before.normalName().matches("h[1-6]|b|strong|p") && list.nextElementSibling() == null);
	}

	/** A word within a sentence is no prompt, whatever it is. */
	private static boolean isAlone(Element element) {
		var parent = element.parent();
		return parent != null && (element.isBlock() || parent.text().equals(element.text()));
	}

	private static String counted(Map.Entry<String, Integer> entry) {
		return entry.getKey() + ((entry.getValue() > 1) ? " (" + entry.getValue() + ")" : "");
	}

	private static void drop(Element element, String what, Map<String, Integer> dropped) {
		var inPage = element.ownerDocument() != null;
		if (inPage && !element.text().isBlank()) {
			dropped.merge(
					element.text().split("\\s+").length < FEW || PLAIN.contains(what) ? what : quoted(what, element), 1,
					Integer::sum);
		}
		element.remove();
	}

	private static String quoted(String what, Element element) {
		var words = element.text().strip();
		return "%s \"%s\"".formatted(what, (words.length() > BEGINNING) ? words.substring(0, BEGINNING) + "…" : words);
	}

	private static void unread(Element main, String query, String what, List<String> notes) {
		var many = main.select(query).size();
		if (many > 0) {
			notes.add("not read: %d %s".formatted(many, what));
		}
	}

	private static @Nullable String title(Document page, Element main, @Nullable String publisher) {
		var heading = main.selectFirst("h1");
		var named = (heading == null) ? page.selectFirst("h1") : heading;
		var title = first((named != null) ? named.text() : null, meta(page, "og:title"), page.title());
		if (title == null) {
			return null;
		}
		return (publisher != null)
				? title.replaceFirst("\\s+[|–—-]\\s+" + Pattern.quote(publisher) + "\\s*$", "").strip() : title.strip();
	}

	/** Titles end with the site's name: "Cooper - Heritage Trades" over "Cooper". */
	private static @Nullable String siteOfTitle(Document page) {
		var named = Stream.concat(Stream.ofNullable(page.selectFirst("h1")), TypedHeadings.first(page.body()).stream())
			.map((heading) -> heading.text().strip())
			.filter((heading) -> !heading.isEmpty() && page.title().strip().startsWith(heading))
			.findFirst();
		return named.map((heading) -> page.title().strip().substring(heading.length()))
			.filter((rest) -> rest.matches("\\s+[|–—-]\\s+[^|–—]+"))
			.map((rest) -> rest.replaceFirst("\\s+[|–—-]\\s+", "").strip())
			.orElse(null);
	}

	private static @Nullable String link(Document page) {
		var canonical = page.selectFirst("link[rel=canonical]");
		return (canonical != null) ? canonical.attr("href") : null;
	}

	private static @Nullable String savedFrom(Document page) {
		return page.childNodes()
			.stream()
			.filter(Comment.class::isInstance)
			.map((comment) -> group(SAVED_FROM, ((Comment) comment).getData()))
			.filter((url) -> url != null)
			.findFirst()
			.orElse(null);
	}

	private static @Nullable String meta(Document page, String name) {
		var found = page.selectFirst("meta[property=%s], meta[name=%s]".formatted(quoted(name), quoted(name)));
		return (found != null) ? found.attr("content").strip() : null;
	}

	private static String quoted(String name) {
		return "\"" + name + "\"";
	}

	private static @Nullable String group(Pattern pattern, String text) {
		var matcher = pattern.matcher(text);
		return matcher.find() ? matcher.group(1) : null;
	}

	private static @Nullable String first(@Nullable String... values) {
		for (var value : values) {
			if (value != null && !value.isBlank()) {
				return value;
			}
		}
		return null;
	}

}
