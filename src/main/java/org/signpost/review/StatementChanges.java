package org.signpost.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.signpost.knowledge.KnowledgeBase;
import org.signpost.knowledge.Source;
import org.signpost.knowledge.Statement;

/**
 * What one knowledge base states otherwise than another, source by source. A statement's
 * id tells its place in its source, so what stands elsewhere in it is known again by what
 * it says; of the others those most alike are taken for one that was changed.
 *
 * @param added what only the later one states
 * @param removed what only the earlier one states
 * @param changed what the later one states otherwise
 */
public record StatementChanges(List<Stated> added, List<Stated> removed, List<Changed> changed) {

	/**
	 * Share of the words that two statements have in common to be one that was changed.
	 */
	private static final double ALIKE = 0.3;

	public StatementChanges {
		added = List.copyOf(added);
		removed = List.copyOf(removed);
		changed = List.copyOf(changed);
	}

	/**
	 * A statement.
	 *
	 * @param id its id
	 * @param text what it says
	 */
	public record Stated(String id, String text) {

		static Stated of(Statement statement) {
			return new Stated(statement.id(), statement.text());
		}

	}

	/**
	 * A statement that was changed.
	 *
	 * @param id its id in the later knowledge base
	 * @param was its id in the earlier one
	 * @param before what it said
	 * @param after what it says
	 */
	public record Changed(String id, String was, String before, String after) {

		static Changed of(Statement before, Statement after) {
			// where the words are the same, what they are read with is not
			var same = before.text().equals(after.text());
			return new Changed(after.id(), before.id(), same ? described(before) : before.text(),
					same ? described(after) : after.text());
		}

		private static String described(Statement statement) {
			var with = new ArrayList<String>(statement.headings());
			with.add(String.valueOf(Objects.requireNonNullElse(statement.lead(), "")));
			with.add(statement.nations().stream().sorted().map(Enum::name).collect(Collectors.joining(", ")));
			with.add(String.valueOf(Objects.requireNonNullElse(statement.asOf(), "no date")));
			return statement.text() + " ("
					+ with.stream().filter((part) -> !part.isEmpty()).collect(Collectors.joining("; ")) + ")";
		}

	}

	/** What the later knowledge base states otherwise. */
	static StatementChanges between(KnowledgeBase before, KnowledgeBase after) {
		var found = new Found(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
		var ids = new HashSet<String>();
		before.sources().forEach((source) -> ids.add(source.id()));
		after.sources().forEach((source) -> ids.add(source.id()));
		ids.stream()
			.sorted()
			.forEach((id) -> found.add(before.findSource(id).map(Source::statements).orElse(List.of()),
					after.findSource(id).map(Source::statements).orElse(List.of())));
		return new StatementChanges(found.added, found.removed, found.changed);
	}

	/** What has been found in the sources so far. */
	private record Found(List<Stated> added, List<Stated> removed, List<Changed> changed) {

		void add(List<Statement> before, List<Statement> after) {
			var removed = without(before, after);
			var added = without(after, before);
			for (var pair : pairs(removed, added)) {
				this.changed.add(Changed.of(pair.before, pair.after));
				removed.remove(pair.before);
				added.remove(pair.after);
			}
			removed.forEach((statement) -> this.removed.add(Stated.of(statement)));
			added.forEach((statement) -> this.added.add(Stated.of(statement)));
		}

		/** Those that the others do not say as often. */
		private static List<Statement> without(List<Statement> statements, List<Statement> others) {
			var said = new LinkedHashMap<Object, Integer>();
			others.forEach((statement) -> said.merge(meaning(statement), 1, Integer::sum));
			return statements.stream()
				.filter((statement) -> said.merge(meaning(statement), -1, Integer::sum) < 0)
				.collect(Collectors.toCollection(ArrayList::new));
		}

		/** All of a statement but its place. */
		private static Object meaning(Statement statement) {
			return new Statement("", "", statement.kind(), statement.text(), statement.lead(), statement.headings(),
					statement.nations(), statement.nationsStated(), statement.asOf(), 0, statement.figures(),
					statement.stems());
		}

		/** The most alike first, each once. */
		private static List<Pair> pairs(List<Statement> removed, List<Statement> added) {
			var pairs = new ArrayList<Pair>();
			for (var before : removed) {
				for (var after : added) {
					var alike = alike(before, after);
					if (alike >= ALIKE) {
						pairs.add(new Pair(before, after, alike));
					}
				}
			}
			pairs.sort(Comparator.comparingDouble(Pair::alike).reversed());
			var paired = new HashSet<Statement>();
			var chosen = new ArrayList<Pair>();
			for (var pair : pairs) {
				if (!paired.contains(pair.before) && !paired.contains(pair.after)) {
					paired.add(pair.before);
					paired.add(pair.after);
					chosen.add(pair);
				}
			}
			chosen.sort(Comparator.comparingInt((pair) -> pair.after.line()));
			return chosen;
		}

		private static double alike(Statement before, Statement after) {
			var shared = before.stems().stream().filter(after.stems()::contains).count();
			return (double) shared / Math.max(1, before.stems().size() + after.stems().size() - shared);
		}

	}

	private record Pair(Statement before, Statement after, double alike) {
	}

	/**
	 * The ids of what the earlier knowledge base alone states so, to the names they go by
	 * here.
	 */
	Map<String, String> gone() {
		var names = new LinkedHashMap<String, String>();
		this.removed.forEach((statement) -> names.put(statement.id(), statement.id()));
		this.changed.forEach((statement) -> names.put(statement.was(), statement.id()));
		return names;
	}

	/**
	 * The ids of what the later knowledge base alone states so, to the names they go by
	 * here.
	 */
	Map<String, String> come() {
		var names = new LinkedHashMap<String, String>();
		this.added.forEach((statement) -> names.put(statement.id(), statement.id()));
		this.changed.forEach((statement) -> names.put(statement.id(), statement.id()));
		return names;
	}

}
