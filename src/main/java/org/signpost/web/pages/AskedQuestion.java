package org.signpost.web.pages;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.signpost.composition.Block;
import org.signpost.composition.Citation;
import org.signpost.composition.ComposedAnswer;
import org.signpost.conversation.Outcome;
import org.signpost.knowledge.Nation;

/**
 * An answer in the terms of the template {@code ask}.
 *
 * @param sourceLine how many publications it rests on and of when, empty if on none
 * @param nation the nation it is for, if it is not for all
 */
record AskedQuestion(List<PageBlock> blocks, String sourceLine, List<PageSource> sources, List<String> suggestions,
		boolean clarify, @Nullable Nation nation) {

	static AskedQuestion of(ComposedAnswer answer) {
		var cited = answer.citations();
		var sources = cited.stream()
			.collect(Collectors.groupingBy(Citation::source, LinkedHashMap::new, Collectors.toList()))
			.values()
			.stream()
			.map(PageSource::of)
			.toList();
		var ofAll = !cited.isEmpty()
				&& cited.stream().allMatch((each) -> each.nations().size() == Nation.values().length);
		return new AskedQuestion(blocks(answer.blocks()), sourceLine(cited, sources.size()), sources,
				answer.suggestions(), answer.outcome() == Outcome.CLARIFY, ofAll ? null : answer.nation());
	}

	private static String sourceLine(List<Citation> cited, int publications) {
		var years = cited.stream()
			.map((each) -> Objects.requireNonNullElse(each.published(), Objects.requireNonNullElse(each.asOf(), "")))
			.filter((date) -> date.length() >= 4)
			.map((date) -> date.substring(0, 4))
			.sorted()
			.toList();
		var when = years.isEmpty() ? ""
				: Stream.of(years.getFirst(), years.getLast()).distinct().collect(Collectors.joining(" to ", ", ", ""));
		return switch (publications) {
			case 0 -> "";
			case 1 -> "1 source" + when;
			default -> publications + " sources" + when;
		};
	}

	private static List<PageBlock> blocks(List<Block> blocks) {
		var page = new ArrayList<PageBlock>();
		for (var i = 0; i < blocks.size(); i++) {
			var block = blocks.get(i);
			page.add(new PageBlock(block.text(), block.citations(), PageContact.of(block), block.kind() == Block.Kind.P,
					isItem(blocks, i), block.kind() == Block.Kind.NOTE, !isItem(blocks, i - 1),
					!isItem(blocks, i + 1)));
		}
		return page;
	}

	private static boolean isItem(List<Block> blocks, int index) {
		return index >= 0 && index < blocks.size() && blocks.get(index).kind() == Block.Kind.LI;
	}

	/** A day or month as people write it; a year, or what is no date, as it is. */
	private static String readable(String date) {
		try {
			return switch (date.length()) {
				case 7 -> YearMonth.parse(date).format(DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK));
				case 10 -> LocalDate.parse(date).format(DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK));
				default -> date;
			};
		}
		catch (DateTimeParseException ex) {
			return date;
		}
	}

	/**
	 * A block.
	 *
	 * @param contact whom to turn to, if it is that
	 * @param first whether it is the first item of its list
	 * @param last whether it is the last item of its list
	 */
	record PageBlock(String text, List<Integer> cites, @Nullable PageContact contact, boolean paragraph, boolean item,
			boolean note, boolean first, boolean last) {
	}

	/**
	 * Somebody to turn to.
	 *
	 * @param name who, perhaps empty
	 * @param href where a press leads, if anywhere
	 * @param place the number or the page, for readers
	 * @param rest what for and when
	 */
	record PageContact(String name, @Nullable String href, String place, String rest) {

		static @Nullable PageContact of(Block block) {
			if (block.kind() != Block.Kind.CONTACT) {
				return null;
			}
			var href = block.href();
			if (href == null) {
				return new PageContact("", null, "", block.text());
			}
			var to = href.replaceFirst("^(?:tel:|mailto:|https?://(?:www\\.)?)", "").replaceFirst("/.*$", "");
			// a telephone number has its spaces in the text
			var place = to.chars()
				.mapToObj((sign) -> Pattern.quote(Character.toString(sign)))
				.collect(Collectors.joining(" ?"));
			var parts = Pattern.compile("(.+?)[:,] (" + place + ")[.,]? *(.*)").matcher(block.text());
			return parts.matches() ? new PageContact(parts.group(1), href, parts.group(2), parts.group(3))
					: new PageContact("", href, to, block.text());
		}

	}

	/** A publication with what was cited of it. */
	record PageSource(String title, @Nullable String publisher, @Nullable String url, @Nullable String published,
			List<PageCitation> citations) {

		static PageSource of(List<Citation> cited) {
			var first = cited.getFirst();
			return new PageSource(first.title(), first.publisher(), first.url(),
					Optional.ofNullable(first.published()).map(AskedQuestion::readable).orElse(null),
					cited.stream().map(PageCitation::of).toList());
		}

	}

	/** A citation. */
	record PageCitation(int n, @Nullable String asOf, String section, String nationNames, String evidence) {

		static PageCitation of(Citation citation) {
			return new PageCitation(citation.n(),
					Optional.ofNullable(citation.asOf())
						.filter((date) -> !date.equals(citation.published()))
						.map(AskedQuestion::readable)
						.orElse(null),
					citation.section(),
					(citation.nations().size() == Nation.values().length) ? "all four nations"
							: citation.nations()
								.stream()
								.sorted()
								.map(Nation::displayName)
								.collect(Collectors.joining(", ")),
					citation.evidence());
		}

	}

}
