package org.signpost.understanding;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.TextNode;

/**
 * Takes off a question what carries no meaning: markup, code, emoji, addresses, runs of
 * white space; and spells out texted forms. What a visitor typed is never echoed as
 * markup, because only this form goes on.
 */
final class QuestionText {

	/** What only looks like the beginning of a tag: "&lt;3", "under &lt;band 6". */
	private static final Pattern LESS_THAN = Pattern.compile("<(?!/?[a-zA-Z!][^<>]*>)");

	private static final Pattern ENTITY = Pattern.compile("&(?:[a-zA-Z]{2,8}|#\\d{2,5}|#x[0-9a-fA-F]{2,4});");

	/**
	 * A statement of SQL only where the quotation before it is closed, as somebody does
	 * who wants it run.
	 */
	private static final Pattern STATEMENT = Pattern.compile(
			"['\"]\\s*\\)*\\s*;\\s*(?:drop|delete|insert|update|select|alter|truncate)\\b[^;]*(?:;|--|$)\\s*(?:--)?",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");

	private static final Pattern SYMBOLS = Pattern
		.compile("[\\p{So}\\p{Cn}\\p{Cs}\\p{Co}\\p{Cf}\\p{Cc}\\x{FE0F}{}\\[\\]<>|\\\\^~`*_=#]+");

	private static final Pattern SPACE = Pattern.compile("\\s+");

	private static final Pattern STRETCHED = Pattern.compile("([a-zA-Z])\\1{3,}");

	private final Map<String, String> texted;

	private final Pattern textedForms;

	QuestionText(Map<String, String> texted) {
		this.texted = new TreeMap<>(texted);
		var forms = this.texted.keySet()
			.stream()
			.sorted((a, b) -> b.length() - a.length())
			.map(Pattern::quote)
			.toList();
		this.textedForms = Pattern.compile(
				forms.isEmpty() ? "(?!)" : "(?<![\\w'’£])(?:" + String.join("|", forms) + ")(?![\\w'’])",
				Pattern.CASE_INSENSITIVE);
	}

	/** The question without what carries no meaning; may be empty. */
	String clean(String typed) {
		var text = withoutMarkup(typed);
		text = STATEMENT.matcher(text).replaceAll(" ");
		text = ADDRESS.matcher(text).replaceAll(" ");
		text = SYMBOLS.matcher(text).replaceAll(" ");
		text = STRETCHED.matcher(text).replaceAll("$1$1");
		text = text.replace('’', '\'').replace('‘', '\'').replace('`', '\'');
		return SPACE.matcher(text).replaceAll(" ").strip();
	}

	/** The words between the tags as a browser would show them; scripts show none. */
	private static String withoutMarkup(String typed) {
		if (typed.indexOf('<') < 0 && !ENTITY.matcher(typed).find()) {
			return typed;
		}
		var shown = new StringBuilder();
		Jsoup.parseBodyFragment(LESS_THAN.matcher(typed).replaceAll("&lt;"))
			.nodeStream(TextNode.class)
			.forEach((text) -> shown.append(text.getWholeText()).append(' '));
		return shown.toString();
	}

	/** The question with texted forms spelled out. */
	String spellOut(String clean) {
		var matcher = this.textedForms.matcher(clean);
		return matcher.replaceAll((match) -> Matcher.quoteReplacement(
				this.texted.getOrDefault(match.group().toLowerCase(java.util.Locale.ROOT), match.group())));
	}

}
