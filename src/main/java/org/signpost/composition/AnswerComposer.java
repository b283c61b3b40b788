package org.signpost.composition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.signpost.conversation.OpenQuestion;
import org.signpost.conversation.Outcome;
import org.signpost.conversation.Slot;
import org.signpost.decision.Decision;
import org.signpost.decision.Supersession;
import org.signpost.judging.Judgement;
import org.signpost.knowledge.KnowledgeBase;
import org.signpost.knowledge.Nation;
import org.signpost.language.Figure;
import org.signpost.language.Figures;
import org.signpost.language.Words;
import org.signpost.understanding.Interpretation;
import org.signpost.understanding.NationOrigin;
import org.signpost.understanding.Query;
import org.signpost.understanding.SpeechAct;

/**
 * Puts a decision into words: statements and editors' lines with their citations, or the
 * fixed texts. Nothing else is ever said, and nothing that {@link FigureCheck} finds
 * unbacked. Made for one knowledge base; safe for many threads; tens of microseconds.
 */
public final class AnswerComposer {

	/** Beyond this many words no further contact is named and nothing more is added. */
	private static final int LONGEST = 118;

	/** Room that the sentence in Welsh takes of it. */
	private static final int WELSH = 20;

	/** How many things near the question a refusal names. */
	private static final int NEAREST = 3;

	private final KnowledgeBase knowledgeBase;

	private final Wording wording;

	private final ExtractiveComposer extractive;

	private final FigureCheck figureCheck;

	private final Supersession supersession;

	private final SaidBeside beside;

	public AnswerComposer(KnowledgeBase knowledgeBase, Supersession supersession) {
		this.supersession = supersession;
		this.beside = new SaidBeside(supersession, LONGEST);
		this.knowledgeBase = knowledgeBase;
		this.wording = Wording.load();
		this.extractive = new ExtractiveComposer(knowledgeBase, this.wording, supersession);
		this.figureCheck = new FigureCheck(knowledgeBase);
	}

	/** Puts a decision into words. */
	public ComposedAnswer compose(Decision decision, Interpretation interpretation) {
		var answer = backed(decision, interpretation);
		return interpretation.welsh() ? inWelshFirst(answer) : answer;
	}

	/**
	 * A visitor who writes Welsh is told in Welsh that what follows is in English.
	 */
	private ComposedAnswer inWelshFirst(ComposedAnswer answer) {
		var key = (answer.outcome() == Outcome.HANDOFF) ? "welsh-handoff"
				: (answer.outcome() == Outcome.SMALL_TALK) ? "welsh-small-talk" : "welsh";
		var blocks = new ArrayList<Block>();
		blocks.add(new Block(Block.Kind.P, this.wording.text(key, Map.of()), List.of(), null));
		blocks.addAll(answer.blocks());
		return new ComposedAnswer(answer.outcome(), blocks, answer.citations(), answer.suggestions(), answer.nation());
	}

	private ComposedAnswer backed(Decision decision, Interpretation interpretation) {
		var answer = this.figureCheck.keepBacked(words(decision, interpretation, true));
		if (answer.blocks().isEmpty()) {
			return decline(
					new Decision.Decline("nothing said was backed", Decision.Reason.NOT_COVERED, null, null, List.of()),
					interpretation);
		}
		return answer;
	}

	/** What we wait for after a decision, if it asks back. */
	public @Nullable OpenQuestion openQuestion(Decision decision) {
		return switch (decision) {
			case Decision.Clarify clarify -> new OpenQuestion(clarify.slot(), clarify.about(), clarify.options());
			case Decision.Several several when several.parts().stream().allMatch(Decision.Clarify.class::isInstance) ->
				openQuestion(several.parts().getFirst());
			default -> null;
		};
	}

	/** In words; what stands alone has room for something beside it. */
	private ComposedAnswer words(Decision decision, Interpretation interpretation, boolean alone) {
		return switch (decision) {
			case Decision.Answer answer -> answer(answer, interpretation, alone);
			case Decision.Curated curated -> curated(curated, alone);
			case Decision.Clarify clarify -> clarify(clarify);
			case Decision.Decline decline -> decline(decline, interpretation);
			case Decision.HandOver handOver -> handOver(handOver, interpretation);
			case Decision.SmallTalk smallTalk -> smallTalk(smallTalk);
			case Decision.Several several -> several(several, interpretation);
		};
	}

	private ComposedAnswer answer(Decision.Answer decision, Interpretation interpretation, boolean alone) {
		var answer = new AnswerBuilder(this.knowledgeBase);
		this.extractive.compose(decision, date(interpretation), answer);
		if (alone) {
			this.beside.add(decision, answer);
		}
		addQuoted(decision.query(), answer);
		answer.suggest(nearest(decision.query(), decision.judgement()));
		return answer.build(Outcome.ANSWERED, decision.query().nation());
	}

	private ComposedAnswer curated(Decision.Curated decision, boolean alone) {
		var answer = new AnswerBuilder(this.knowledgeBase);
		var asAsked = isExample(decision);
		for (var line : decision.given().section().lines()) {
			var first = answer.isEmpty() && !asAsked;
			answer.add(EditorsLines.kind(line.kind()), first ? EditorsLines.withoutVerdict(line.text()) : line.text(),
					line.evidence());
		}
		if (alone) {
			this.beside.add(decision, answer);
		}
		addQuoted(decision.query(), answer);
		answer.suggest(decision.given().answer().suggestions());
		return answer.build(EditorsLines.cover(decision.given().section()) ? Outcome.ANSWERED : Outcome.NOT_COVERED,
				nation(decision.query()));
	}

	/**
	 * Whether the question stands among the editors' examples, so that their yes or no is
	 * one to it: nearness cannot tell a question from its opposite.
	 */
	private static boolean isExample(Decision.Curated decision) {
		var asked = Words.of(decision.query().text());
		return decision.given().answer().examples().stream().anyMatch((example) -> Words.of(example).equals(asked));
	}

	/**
	 * A figure that a visitor brings along is not passed over: it is said to be the older
	 * one of what is answered, or to stand nowhere.
	 */
	private void addQuoted(Query query, AnswerBuilder answer) {
		var amounts = query.quoted().stream().filter((figure) -> figure.kind() == Figure.Kind.MONEY).toList();
		if (amounts.isEmpty()) {
			return;
		}
		var stated = this.knowledgeBase.statements()
			.stream()
			.filter((statement) -> statement.figures().containsAll(amounts))
			.toList();
		if (stated.isEmpty()) {
			answer.add(Block.Kind.NOTE, this.wording.text("quoted-unknown", Map.of()), List.of());
			return;
		}
		var shown = answer.text();
		var older = stated.stream()
			.filter((statement) -> answer.cited()
				.stream()
				.anyMatch((said) -> this.supersession.overtakes(said, statement)))
			.findFirst()
			.orElse(null);
		if (older != null && !Figures.in(shown).containsAll(amounts)) {
			var source = this.knowledgeBase.getSource(older);
			answer.add(Block.Kind.NOTE,
					this.wording.text("older",
							Map.of("publisher", (source.publisher() != null) ? source.publisher() : source.title(),
									"year", (older.asOf() != null) ? String.valueOf(older.asOf().year()) : "undated",
									"statement", older.text())),
					List.of(older));
		}
	}

	private ComposedAnswer clarify(Decision.Clarify decision) {
		var answer = new AnswerBuilder(this.knowledgeBase);
		answer.say(this.wording.text((decision.slot() == Slot.NATION) ? "clarify-nation" : "did-you-mean", Map.of()));
		answer.suggest(decision.options());
		return answer.build(Outcome.CLARIFY, null);
	}

	private ComposedAnswer decline(Decision.Decline decision, Interpretation interpretation) {
		var answer = new AnswerBuilder(this.knowledgeBase);
		var scope = this.knowledgeBase.scope();
		switch (decision.reason()) {
			case NOT_COVERED, OTHER_NATIONS_ONLY -> {
				var query = decision.query();
				if (decision.reason() == Decision.Reason.OTHER_NATIONS_ONLY && query != null
						&& query.nation() != null) {
					answer.say(this.wording.text("other-nations",
							Map.of("covered", names(decision.covered()), "nation", query.nation().displayName())));
				}
				else {
					answer.say(this.wording.text("not-covered", Map.of()));
				}
				var judgement = decision.judgement();
				var nearest = (query != null && judgement != null) ? nearest(query, judgement) : List.<String>of();
				if (judgement != null) {
					addNearest(judgement, answer);
				}
				addPerson((query != null) ? query.nation() : interpretation.question().nation(), answer);
				answer.suggest(nearest.isEmpty() ? scope.starters() : nearest);
				return answer.build(Outcome.NOT_COVERED, (query != null) ? query.nation() : null);
			}
			case OUT_OF_SCOPE -> answer.say(this.wording.text("out-of-scope", subject()));
			case INJECTION -> answer.say(this.wording.text("injection", subject()));
			case EMPTY -> {
				answer.say(this.wording.text("empty", subject())).suggest(scope.starters());
				return answer.build(Outcome.CLARIFY, null);
			}
			case OTHER_LANGUAGE -> answer.say(this.wording.text("other-language", subject()));
		}
		answer.suggest(scope.starters());
		return answer.build(Outcome.OUT_OF_SCOPE, null);
	}

	private void addNearest(Judgement judgement, AnswerBuilder answer) {
		var titles = labels(judgement).filter((label) -> Figures.in(label).isEmpty()).limit(NEAREST).toList();
		if (!titles.isEmpty()) {
			answer.say(this.wording.text("not-covered-nearest", Map.of("nearest", String.join("; ", titles))));
		}
	}

	/** What the likeliest candidates are about, each once. */
	private static Stream<String> labels(Judgement judgement) {
		return judgement.judged()
			.stream()
			.map((judged) -> judged.what().label())
			.filter((label) -> !label.isEmpty())
			.distinct();
	}

	private void addPerson(@Nullable Nation nation, AnswerBuilder answer) {
		var contacts = this.knowledgeBase.contacts().of("careers", nation);
		if (nation != null && !contacts.isEmpty()) {
			answer.contact(contacts.getFirst());
		}
		else if (!contacts.isEmpty()) {
			answer.say(this.wording.text("ask-person",
					Map.of("contact", or(contacts.stream().map((contact) -> contact.name()).toList()))));
		}
	}

	/** Questions that the guidance can answer near this one. */
	private static List<String> nearest(Query query, Judgement judgement) {
		return labels(judgement).filter((each) -> !each.equalsIgnoreCase(query.text())).limit(NEAREST).toList();
	}

	private ComposedAnswer handOver(Decision.HandOver decision, Interpretation interpretation) {
		var answer = new AnswerBuilder(this.knowledgeBase);
		var nation = nation(interpretation);
		var acts = (decision.second() != null) ? List.of(decision.act(), decision.second()) : List.of(decision.act());
		// the gravest first, so that its contacts are never the ones left out
		var keys = acts.stream().sorted().map((act) -> act.name().toLowerCase(Locale.ROOT)).toList();
		keys.forEach((key) -> this.wording.sentences(key, Map.of("lead", lead(nation))).forEach(answer::say));
		var longest = LONGEST - (interpretation.welsh() ? WELSH : 0);
		keys.stream()
			.flatMap((key) -> this.wording.contacts(key).stream())
			.distinct()
			.flatMap((purpose) -> this.knowledgeBase.contacts().of(purpose, nation).stream())
			.filter((contact) -> answer.words() + contact.description().split("\\s+").length + 5 <= longest)
			.forEach(answer::contact);
		return answer.build(Outcome.HANDOFF, null);
	}

	private String lead(@Nullable Nation nation) {
		var leads = this.knowledgeBase.contacts().safeguardingLead();
		if (leads.isEmpty()) {
			return "the person responsible for safeguarding";
		}
		if (nation != null && leads.containsKey(nation)) {
			return leads.get(nation);
		}
		return "your safeguarding lead (" + or(java.util.Arrays.stream(Nation.values())
			.filter(leads::containsKey)
			.map((each) -> leads.get(each) + " in " + each.displayName())
			.toList()) + ")";
	}

	private ComposedAnswer smallTalk(Decision.SmallTalk decision) {
		var answer = new AnswerBuilder(this.knowledgeBase);
		answer.say(this.wording.text(decision.act().name().toLowerCase(Locale.ROOT), subject()));
		if (decision.act() != SpeechAct.GOODBYE) {
			answer.suggest(this.knowledgeBase.scope().starters());
		}
		// what somebody tells of themselves counts in the next turn, so it is met with a
		// question back
		return answer.build((decision.act() == SpeechAct.FACT) ? Outcome.CLARIFY : Outcome.SMALL_TALK, null);
	}

	/**
	 * The parts' answers one after another; one that can be answered makes the whole an
	 * answer.
	 */
	private ComposedAnswer several(Decision.Several decision, Interpretation interpretation) {
		var parts = decision.parts().stream().map((part) -> words(part, interpretation, false)).toList();
		var answered = parts.stream().filter((part) -> part.outcome() == Outcome.ANSWERED).toList();
		var answer = new AnswerBuilder(this.knowledgeBase);
		for (int i = 0; i < parts.size(); i++) {
			// beside an answer a question back would only be in the way
			var unsure = !answered.isEmpty() && decision.parts().get(i) instanceof Decision.Clarify clarify
					&& clarify.slot() == Slot.TOPIC;
			var later = parts.subList(i + 1, parts.size()).stream().mapToInt(AnswerComposer::firstWords).sum();
			addPart(unsure ? decline(new Decision.Decline(decision.parts().get(i).rule(), Decision.Reason.NOT_COVERED,
					interpretation.queries().get(i), null, List.of()), interpretation) : parts.get(i), LONGEST - later,
					answer);
		}
		var same = parts.stream().map(ComposedAnswer::outcome).distinct().count() == 1;
		return answer.build(
				!answered.isEmpty() ? Outcome.ANSWERED : same ? parts.getFirst().outcome() : Outcome.NOT_COVERED,
				answered.isEmpty() ? null : answered.getLast().nation());
	}

	/** What has to be said of a part, whatever else is. */
	private static int firstWords(ComposedAnswer part) {
		return part.blocks().isEmpty() ? 0 : part.blocks().getFirst().text().split("\\s+").length;
	}

	/**
	 * Adds a part.
	 * @param longest words after which no more than its first block is said
	 */
	private void addPart(ComposedAnswer said, int longest, AnswerBuilder answer) {
		int own = 0;
		for (var block : said.blocks()) {
			var room = answer.words() + block.text().split("\\s+").length <= longest;
			if (!answer.says(block.text()) && (own == 0 || room) && block.kind() != Block.Kind.CONTACT) {
				own++;
				answer.add(block.kind(), block.text(),
						said.citations()
							.stream()
							.filter((citation) -> block.citations().contains(citation.n()))
							.map((citation) -> this.knowledgeBase.findStatement(citation.statement()).orElseThrow())
							.toList());
			}
		}
		answer.suggest(said.suggestions());
	}

	private Map<String, String> subject() {
		var scope = this.knowledgeBase.scope();
		var subject = scope.subject().isEmpty()
				? "the guidance here: " + String.join("; ", scope.topics().stream().limit(4).toList())
				: scope.subject();
		return Map.of("subject", subject, "topics", and(scope.topics().stream().limit(4).toList()));
	}

	private static LocalDate date(Interpretation interpretation) {
		return interpretation.question().date();
	}

	private static @Nullable Nation nation(Query query) {
		return (query.origin() == NationOrigin.UNKNOWN) ? null : query.nation();
	}

	private static @Nullable Nation nation(Interpretation interpretation) {
		return interpretation.queries().isEmpty() ? interpretation.question().nation()
				: interpretation.queries().getFirst().nation();
	}

	private static String names(List<Nation> nations) {
		return and(nations.stream().sorted().map(Nation::displayName).toList());
	}

	private static String and(List<String> items) {
		return join(items, " and ");
	}

	private static String or(List<String> items) {
		return join(items, " or ");
	}

	private static String join(List<String> items, String last) {
		if (items.size() < 2) {
			return String.join("", items);
		}
		return String.join(", ", items.subList(0, items.size() - 1)) + last + items.getLast();
	}

}
