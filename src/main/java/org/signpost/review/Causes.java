package org.signpost.review;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.signpost.answering.AnswerTrace;
import org.signpost.answering.Answered;
import org.signpost.composition.Citation;
import org.signpost.knowledge.CuratedAnswer;
import org.signpost.knowledge.KnowledgeBase;
import org.signpost.knowledge.Source;
import org.signpost.knowledge.Statement;

/**
 * Tells what of the differences between two knowledge bases made an answer another: what
 * the two answers cite, else what was weighed for them. Statements go by their ids, what
 * is no statement by its file; an editors' answer that was set aside goes by both.
 * Immutable.
 */
final class Causes {

	private final Map<String, String> gone;

	private final Map<String, String> come;

	/** Sources whose head has changed, which every citation of them shows. */
	private final Set<String> heads;

	/**
	 * Editors' answers that are others, each with the statements behind it that differ.
	 */
	private final Map<String, List<String>> answers = new TreeMap<>();

	private final List<String> all;

	Causes(KnowledgeBase before, KnowledgeBase after, StatementChanges changes) {
		this.gone = changes.gone();
		this.come = changes.come();
		this.heads = differing(before.sources(), after.sources(), Source::id, Causes::head);
		differing(before.answers(), after.answers(), CuratedAnswer::intent, Causes::words).forEach((intent) -> {
			var behind = new LinkedHashSet<String>();
			add(behind, evidence(before, intent), this.gone);
			add(behind, evidence(after, intent), this.come);
			behind.add("answers/" + intent + ".md");
			this.answers.put(intent, List.copyOf(behind));
		});
		this.all = all(before, after);
	}

	/** Ids of what is in both and differs, or in one only. */
	private static <T> Set<String> differing(List<T> before, List<T> after, Function<T, String> id,
			Function<T, Object> contents) {
		var old = before.stream().collect(Collectors.toMap(id, contents));
		var fresh = after.stream().collect(Collectors.toMap(id, contents));
		return Stream.concat(old.keySet().stream(), fresh.keySet().stream())
			.filter((each) -> !Objects.equals(old.get(each), fresh.get(each)))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Object head(Source source) {
		return new Source(source.id(), source.title(), source.publisher(), source.url(), source.published(), null,
				source.nations(), source.secondary(), List.of(), List.of());
	}

	/** What an editors' answer says, wherever it and its evidence stand. */
	private static Object words(CuratedAnswer answer) {
		return List.of(answer.title(), answer.examples(), answer.suggestions(), answer.sections()
			.stream()
			.map((section) -> List.of(section.nations(),
					section.lines().stream().map((line) -> List.of(line.kind(), line.text(), line.sources())).toList()))
			.toList());
	}

	private static List<String> evidence(KnowledgeBase knowledgeBase, String intent) {
		return knowledgeBase.findAnswer(intent)
			.stream()
			.flatMap((answer) -> answer.sections().stream())
			.flatMap((section) -> section.lines().stream())
			.flatMap((line) -> line.evidence().stream())
			.map(Statement::id)
			.toList();
	}

	private List<String> all(KnowledgeBase before, KnowledgeBase after) {
		var all = new LinkedHashSet<String>(this.gone.values());
		all.addAll(this.come.values());
		this.heads.forEach((id) -> all.add(guidance(id)));
		this.answers.values().forEach(all::addAll);
		if (!before.vocabulary().concepts().equals(after.vocabulary().concepts())) {
			all.add("vocabulary.yaml");
		}
		if (!before.contacts().equals(after.contacts())) {
			all.add("contacts.yaml");
		}
		if (!events(before).equals(events(after))) {
			all.add("events.yaml");
		}
		if (!before.scope().equals(after.scope())) {
			all.add("scope.yaml");
		}
		return List.copyOf(all);
	}

	private static List<Object> events(KnowledgeBase knowledgeBase) {
		return knowledgeBase.events()
			.stream()
			.map((event) -> (Object) List.of(event.name(), event.date(), Optional.ofNullable(event.place()),
					Optional.ofNullable(event.format()), Optional.ofNullable(event.time())))
			.toList();
	}

	private static String guidance(String source) {
		return "guidance/" + source + ".md";
	}

	/** All that differs. */
	List<String> all() {
		return this.all;
	}

	/** What differs of that which two answers rest on or were chosen from. */
	List<String> of(Answered before, Answered after) {
		var cited = new LinkedHashSet<String>();
		add(cited, cited(before), this.gone);
		add(cited, cited(after), this.come);
		Stream.of(before, after).forEach((each) -> {
			each.answer()
				.citations()
				.stream()
				.map(Citation::source)
				.filter(this.heads::contains)
				.forEach((source) -> cited.add(guidance(source)));
			Optional.ofNullable(each.turn().intent()).map(this.answers::get).ifPresent(cited::addAll);
		});
		if (!cited.isEmpty()) {
			return List.copyOf(cited);
		}
		var weighed = new LinkedHashSet<String>();
		add(weighed, weighed(before.trace()), this.gone);
		add(weighed, weighed(after.trace()), this.come);
		Stream.of(before, after)
			.flatMap((each) -> weighed(each.trace()).stream())
			.map((id) -> id.substring(0, Math.max(0, id.lastIndexOf('/'))))
			.map(this.answers::get)
			.filter(Objects::nonNull)
			.forEach(weighed::addAll);
		return List.copyOf(weighed);
	}

	private static void add(Set<String> names, Collection<String> ids, Map<String, String> known) {
		ids.stream().map(known::get).filter(Objects::nonNull).forEach(names::add);
	}

	private static List<String> cited(Answered answered) {
		return answered.answer().citations().stream().map(Citation::statement).toList();
	}

	/** Ids of the candidates that were judged, as the trace has them. */
	private static Set<String> weighed(AnswerTrace trace) {
		var found = new LinkedHashSet<String>();
		find(trace.stages().get("judging"), found);
		return found;
	}

	private static void find(@Nullable Object account, Set<String> found) {
		if (account instanceof List<?> list) {
			list.forEach((each) -> find(each, found));
		}
		else if (account instanceof Map<?, ?> map) {
			if (map.get("candidate") instanceof String id) {
				found.add(id);
			}
			map.values().forEach((each) -> find(each, found));
		}
	}

}
