package org.signpost.understanding;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.signpost.conversation.Outcome;
import org.signpost.conversation.Question;
import org.signpost.conversation.Slot;
import org.signpost.conversation.Turn;
import org.signpost.knowledge.Concept;
import org.signpost.knowledge.KnowledgeBase;
import org.signpost.knowledge.Nation;
import org.signpost.language.EmbeddingStore;
import org.signpost.language.Figures;
import org.signpost.language.LanguageTools;

/**
 * Reads a question: what the visitor does by it, the things asked, what was said before
 * that they lean on, the nation, the day and which intent it most likely means. A
 * follow-up is not rewritten: the judge reads it after what it follows. Made for one
 * knowledge base; costs two or three runs of the model (3 ms each). Safe for many
 * threads.
 */
public final class Interpreter {

	/**
	 * How many earlier messages are read with a message; the model was trained on as
	 * many.
	 */
	private static final int BEFORE = 4;

	private final EmbeddingStore embedding;

	private final KnowledgeBase knowledgeBase;

	private final Gazetteer gazetteer;

	private final QuestionText questionText;

	private final WelshReader welsh;

	private final SpellingCorrector spelling;

	private final SpeechActClassifier acts;

	private final IntentClassifier intents;

	private final NationRecognizer nations;

	private final QuestionSplitter splitter;

	/**
	 * Prepares the reading of questions for a knowledge base; trains the intent
	 * classifier.
	 */
	public Interpreter(KnowledgeBase knowledgeBase, LanguageTools language) {
		this.embedding = language.embedding();
		this.knowledgeBase = knowledgeBase;
		this.gazetteer = Gazetteer.load();
		this.welsh = WelshReader.load();
		this.questionText = new QuestionText(texted());
		this.spelling = new SpellingCorrector(knowledgeBase, language.lexicon(), this.gazetteer.words());
		this.intents = IntentClassifier.train(knowledgeBase, this.embedding);
		this.nations = new NationRecognizer(this.gazetteer, knowledgeBase.vocabulary());
		this.splitter = new QuestionSplitter(this.embedding);
		this.acts = SpeechActClassifier.load(this.embedding);
	}

	/**
	 * Prepares the reading of questions for other guidance than another was made for, and
	 * takes over from it what does not depend on what has changed.
	 */
	public Interpreter(KnowledgeBase knowledgeBase, Interpreter before) {
		this.embedding = before.embedding;
		this.knowledgeBase = knowledgeBase;
		this.gazetteer = before.gazetteer;
		this.welsh = before.welsh;
		this.questionText = before.questionText;
		this.spelling = new SpellingCorrector(knowledgeBase, before.spelling);
		this.intents = IntentClassifier.train(knowledgeBase, this.embedding);
		this.nations = new NationRecognizer(this.gazetteer, knowledgeBase.vocabulary());
		this.splitter = before.splitter;
		// asked for again, else what was learnt for it would be forgotten
		this.acts = SpeechActClassifier.load(this.embedding);
	}

	/**
	 * Reads a question.
	 * @param question the question
	 * @param history the turns before it, oldest first
	 */
	public Interpretation interpret(Question question, List<Turn> history) {
		var typed = this.questionText.clean(question.text());
		var fromWelsh = this.welsh.english(typed);
		var spelled = fromWelsh.orElseGet(() -> this.questionText.spellOut(typed));
		var clean = corrected(spelled);
		if (clean.chars().noneMatch(Character::isLetterOrDigit)) {
			return none(question, clean, SpeechAct.EMPTY);
		}
		if (!latin(typed)) {
			return none(question, clean, SpeechAct.OTHER_LANGUAGE);
		}
		var before = new ArrayList<>(before(history));
		// read as it was typed, slips and all: a mended word may say something else
		var act = act(spelled, before);
		var chosen = chosen(typed, history);
		var cut = this.splitter.cut(spelled);
		var parts = parts(spelled, cut.asked());
		Nation carried = null;
		var lead = corrected(cut.told());
		if (parts.size() > 1) {
			carried = this.nations.read(lead).said().stream().findFirst().orElse(null);
			Stream.of(lead).filter((text) -> !text.isEmpty()).forEach(before::add);
		}
		int earlier = before.size();
		var queries = new ArrayList<Query>();
		for (var part : parts) {
			var mended = corrected(part);
			var query = query(mended, before, chosen, question, history, carried);
			var otherwise = new ArrayList<Query>();
			if (before.size() > earlier) {
				otherwise.add(query.after(before.subList(0, earlier)));
			}
			if (!mended.equals(part)) {
				otherwise.add(query(part, before, chosen, question, history, carried));
			}
			carried = (query.origin() == NationOrigin.SAID) ? query.nation() : carried;
			queries.addAll(perNation(query.orElse(otherwise), mended));
			before.add(mended);
		}
		return new Interpretation(question, clean, act, told(cut.told(), spelled), queries, nationAsked(history),
				fromWelsh.isPresent());
	}

	private String mended(String typed) {
		return corrected(this.questionText.spellOut(typed));
	}

	private String corrected(String spelled) {
		return this.spelling.correct(spelled, this.knowledgeBase.vocabulary());
	}

	/**
	 * What is done by the message as it stands; what is asked by it after others is about
	 * something else only where it is so read after them, too.
	 */
	private SpeechActReading act(String message, List<String> before) {
		var own = this.acts.read(message, this.embedding.encodeQuestion(message));
		if (before.isEmpty()) {
			return own;
		}
		var together = Query.inConversation(message, before, null);
		return own.within(this.acts.read(together, this.embedding.encodeQuestion(together)));
	}

	/** A plea is one though a question follows it; it is read as it was typed, too. */
	private @Nullable SpeechActReading told(String told, String message) {
		return (told.isEmpty() || told.equals(message)) ? null
				: this.acts.read(told, this.embedding.encodeQuestion(told));
	}

	private static Interpretation none(Question question, String clean, SpeechAct act) {
		return new Interpretation(question, clean, SpeechActReading.certain(act), null, List.of(), false, false);
	}

	private static boolean nationAsked(List<Turn> history) {
		var asked = history.isEmpty() ? null : history.getLast().asked();
		return asked != null && asked.slot() == Slot.NATION;
	}

	/** Earlier messages that were on the subject. */
	private List<String> before(List<Turn> history) {
		var said = history.stream()
			.filter((turn) -> turn.outcome() == Outcome.ANSWERED || turn.outcome() == Outcome.CLARIFY
					|| turn.outcome() == Outcome.NOT_COVERED)
			.map((turn) -> this.questionText.clean(turn.question()))
			.map((typed) -> this.welsh.english(typed).orElseGet(() -> mended(typed)))
			.filter((text) -> !text.isEmpty())
			.toList();
		return said.subList(Math.max(0, said.size() - BEFORE), said.size());
	}

	/** The choice that we offered and that is taken, by its own words. */
	private @Nullable String chosen(String typed, List<Turn> history) {
		var asked = history.isEmpty() ? null : history.getLast().asked();
		if (asked == null || asked.slot() == Slot.NATION) {
			return null;
		}
		return asked.options()
			.stream()
			.filter((option) -> this.questionText.clean(option).equalsIgnoreCase(typed))
			.findFirst()
			.orElse(null);
	}

	/**
	 * One thing asked with the story around it, or several things asked, each for itself.
	 */
	private List<String> parts(String text, List<String> asked) {
		var parts = asked.stream().flatMap((each) -> this.nations.apart(each).stream()).toList();
		return (parts.size() == 1) ? List.of(text) : parts;
	}

	private Query query(String part, List<String> said, @Nullable String chosen, Question question, List<Turn> history,
			@Nullable Nation carried) {
		var reading = this.nations.read(part);
		var choice = nation(reading, question, history, carried);
		var text = part;
		var before = said;
		if (namesNationAlone(part)) {
			// nothing but a nation is the question before it, asked for that nation
			int last = said.size() - 1;
			while (last >= 0 && namesNationAlone(said.get(last))) {
				last--;
			}
			if (last >= 0) {
				text = Nation.without(said.get(last));
				before = said.subList(0, last);
			}
		}
		else if (choice.origin == NationOrigin.FORCED) {
			text = Nation.without(part);
		}
		before = before.subList(Math.max(0, before.size() - BEFORE), before.size());
		var placed = text.equals(part) && !reading.places().isEmpty();
		return new Query(this.gazetteer.located(text), before, choice.nation, choice.origin, concepts(text),
				this.intents.predict(placed ? reading.named() : text), Figures.in(text), question.date(),
				LookingBack.read(text, question.date()), chosen, List.of());
	}

	private boolean namesNationAlone(String text) {
		var reading = this.nations.read(text);
		return !reading.said().isEmpty() && Stopwords.contentWords(reading.without()).isEmpty();
	}

	/** One thing asked of several nations is asked of each. */
	private List<Query> perNation(Query query, String part) {
		var said = this.nations.read(part).said();
		if (said.size() < 2 || query.origin() == NationOrigin.FORCED) {
			return List.of(query);
		}
		return said.stream().map(query::askedFor).toList();
	}

	private static Choice nation(NationRecognizer.NationReading reading, Question question, List<Turn> history,
			@Nullable Nation carried) {
		if (question.forceNation() && question.nation() != null) {
			return new Choice(question.nation(), NationOrigin.FORCED);
		}
		if (!reading.said().isEmpty()) {
			return new Choice(reading.said().getFirst(), NationOrigin.SAID);
		}
		if (reading.strong().size() == 1) {
			return new Choice(reading.strong().iterator().next(), NationOrigin.TERM);
		}
		if (carried != null) {
			return new Choice(carried, NationOrigin.SAID);
		}
		for (var turn : history.reversed()) {
			if (turn.nationSaid() && turn.nation() != null) {
				return new Choice(turn.nation(), NationOrigin.EARLIER);
			}
		}
		if (question.nation() != null) {
			return new Choice(question.nation(), NationOrigin.PAGE);
		}
		if (reading.weak().size() == 1) {
			return new Choice(reading.weak().iterator().next(), NationOrigin.MATTER);
		}
		return new Choice(null, NationOrigin.UNKNOWN);
	}

	private List<Concept> concepts(String text) {
		var concepts = new LinkedHashSet<Concept>();
		this.knowledgeBase.vocabulary().mentions(text).forEach((mention) -> concepts.add(mention.concept()));
		return List.copyOf(concepts);
	}

	private static boolean latin(String text) {
		var letters = text.codePoints().filter(Character::isLetter).toArray();
		long foreign = java.util.Arrays.stream(letters)
			.filter((c) -> Character.UnicodeScript.of(c) != Character.UnicodeScript.LATIN)
			.count();
		return foreign * 2 <= letters.length;
	}

	private static Map<String, String> texted() {
		var forms = new TreeMap<String, String>();
		Resource.yaml("language/texting.yaml")
			.properties()
			.forEach((entry) -> forms.put(entry.getKey(), entry.getValue().asString()));
		return forms;
	}

	private record Choice(@Nullable Nation nation, NationOrigin origin) {

	}

}
