package org.signpost.understanding;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.signpost.conversation.Question;
import org.signpost.conversation.Turn;
import org.signpost.knowledge.Concept;
import org.signpost.knowledge.KnowledgeBase;
import org.signpost.knowledge.Nation;
import org.signpost.language.Figures;
import org.signpost.language.LanguageTools;

/**
 * Reads a question: what the visitor does by it, the things asked, the nation, what kind
 * of answer each needs and which intent it most likely means. Made for one knowledge
 * base; costs about two embeddings a question (6 ms). Safe for many threads.
 */
public final class Interpreter {

	/** Longer stories blur what is asked at their end. */
	private static final int LONGEST_LEAD = 40;

	/** What people mean by "it" when several things were named, likeliest first. */
	private static final List<String> TOPIC_KINDS = List.of("qualification", "payment", "programme", "body", "role",
			"stage", "plan", "setting");

	private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep",
			"oct", "nov", "dec");

	private static final Pattern POINTS_BACK = Pattern.compile(
			"\\b(?:is|does|do|did|will|would|can|was|are|for|of|on|in|to|from|get|gain) (?:it|they|that|this|them|those|these|one)\\b",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern OTHER_ROLE = Pattern.compile(
			"\\b(?:as|become|becoming|be|being) an? \\w+|\\b(?:teach|teaching|teachers?|trainees?|training)\\b",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern PAST = Pattern.compile(
			"\\b(?:as (?:of|at)|back in|(?<!\\bi )(?:was|were|did)\\b[^.?!,]*\\b(?:in|of|at|during|by|back in)) (?:(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* )?(?<year>20[012]\\d)\\b",
			Pattern.CASE_INSENSITIVE);

	/**
	 * An intent this likely says what a question is about even if it is not answered by
	 * it.
	 */
	private static final double LIKELY = 0.25;

	/** So surely about another subject that nothing of the conversation is added. */
	private static final double ELSEWHERE = 0.6;

	private static final double PERHAPS_ELSEWHERE = 0.35;

	/** So much like a plea for help that nothing is read into it. */
	private static final double TROUBLE = 0.25;

	private final LanguageTools language;

	private final KnowledgeBase knowledgeBase;

	private final QuestionText questionText;

	private final WelshReader welsh = WelshReader.load();

	private final SpellingCorrector spelling;

	private final SpeechActClassifier acts;

	private final IntentClassifier intents;

	private final NationRecognizer nations;

	private final FollowUpResolver followUps;

	private final QuestionSplitter splitter;

	private final SubjectFinder subjects;

	/** Prepares the reading of questions for a knowledge base; trains the classifiers. */
	public Interpreter(KnowledgeBase knowledgeBase, LanguageTools language) {
		this.language = language;
		this.knowledgeBase = knowledgeBase;
		var gazetteer = Gazetteer.load();
		this.questionText = new QuestionText(texted());
		this.spelling = new SpellingCorrector(knowledgeBase, language.lexicon(), gazetteer.words());
		var acts = CompletableFuture.supplyAsync(() -> SpeechActClassifier.load(language.embedding()));
		this.intents = IntentClassifier.train(knowledgeBase, language.embedding());
		this.nations = new NationRecognizer(gazetteer, knowledgeBase.vocabulary());
		this.subjects = new SubjectFinder(knowledgeBase);
		this.followUps = new FollowUpResolver(knowledgeBase.vocabulary(), this.nations, this.subjects,
				language.embedding());
		this.splitter = new QuestionSplitter(language.sentences());
		this.acts = acts.join();
	}

	/**
	 * Reads a question.
	 * @param question the question
	 * @param history the turns before it, oldest first
	 */
	public Interpretation interpret(Question question, List<Turn> history) {
		var typed = this.questionText.clean(question.text());
		var fromWelsh = this.welsh.english(typed);
		var clean = fromWelsh
			.orElseGet(() -> this.spelling.correct(this.questionText.spellOut(typed), this.knowledgeBase.vocabulary()));
		if (clean.chars().noneMatch(Character::isLetterOrDigit)) {
			return none(question, clean, SpeechAct.EMPTY);
		}
		if (!latin(typed)) {
			return none(question, clean, SpeechAct.OTHER_LANGUAGE);
		}
		var own = this.acts.read(clean, this.language.embedding().embed(clean));
		var completed = this.followUps.resolve(clean, history);
		var resolution = courtesy(own, clean) && completed.loose() || standsApart(own, clean, completed)
				? FollowUpResolver.Resolution.alone(clean) : completed;
		var act = act(own, clean, resolution);
		var queries = new ArrayList<Query>();
		Nation carried = null;
		for (var part : parts(resolution.text())) {
			var query = query(part, question, history, resolution, carried);
			carried = (query.origin() == NationOrigin.SAID) ? query.nation() : carried;
			queries.addAll(perNation(query, part.text));
		}
		return new Interpretation(question, clean, act, queries,
				new Interpretation.Rewriting(resolution.rule(), resolution.text()), fromWelsh.isPresent());
	}

	/**
	 * A plea for help is never read as part of an earlier question, nor is a question
	 * about something else.
	 */
	private boolean standsApart(SpeechActReading own, String clean, FollowUpResolver.Resolution completed) {
		var words = Stopwords.contentWords(clean);
		var trouble = own.handoff() > TROUBLE && completed.loose();
		var unheard = !words.isEmpty() && words.stream().noneMatch(this.subjects::uses);
		var elsewhere = completed.asksOn()
				&& own.outOfScope() > (unheard ? PERHAPS_ELSEWHERE : (words.size() > 1) ? ELSEWHERE : 1);
		return trouble || elsewhere;
	}

	private static boolean courtesy(SpeechActReading own, String clean) {
		return own.act().group() == SpeechAct.Group.SMALL_TALK && own.probability() > 0.4
				&& Stopwords.contentWords(clean).size() <= 3 && !clean.contains("?");
	}

	/**
	 * A message completed from the conversation does what its completed form does, but a
	 * plea for help is one as it stands.
	 */
	private SpeechActReading act(SpeechActReading own, String clean, FollowUpResolver.Resolution resolution) {
		if (!resolution.dependent() || own.act().group() == SpeechAct.Group.HANDOFF || courtesy(own, clean)) {
			return own;
		}
		return this.acts.read(resolution.text(), this.language.embedding().embed(resolution.text()));
	}

	private static Interpretation none(Question question, String clean, SpeechAct act) {
		return new Interpretation(question, clean, new SpeechActReading(act, 1, 0, 0, 1, null, 0), List.of(),
				new Interpretation.Rewriting("stands alone", clean), false);
	}

	/**
	 * The parts of a message; one that points at the part before it is completed from it.
	 */
	private List<Part> parts(String text) {
		var lead = this.splitter.lead(text);
		var said = (lead.split("\\s+").length <= LONGEST_LEAD) ? lead : "";
		var parts = new ArrayList<Part>();
		for (var part : this.splitter.split(text)
			.stream()
			.flatMap((each) -> this.nations.apart(each).stream())
			.toList()) {
			if (!parts.isEmpty() && (this.subjects.phrase(part).isEmpty() || POINTS_BACK.matcher(part).find())
					&& this.knowledgeBase.vocabulary().mentions(part).isEmpty()) {
				var subject = spokenOf(parts.getLast().asks);
				parts.add(new Part(part,
						subject.isEmpty() ? part : part.replaceFirst("\\?+$", "") + " (" + subject + ")?"));
			}
			else {
				parts.add(new Part(part, said.isEmpty() || part.equals(text) ? part : said + " " + part));
			}
		}
		return parts;
	}

	/** What "it" in the next part of a message means. */
	private String spokenOf(String part) {
		return concepts(part).stream()
			.filter((concept) -> TOPIC_KINDS.contains(concept.kind()))
			.min(Comparator.comparingInt((concept) -> TOPIC_KINDS.indexOf(concept.kind())))
			.map(Concept::preferred)
			.orElseGet(() -> this.subjects.phrase(part));
	}

	private Query query(Part part, Question question, List<Turn> history, FollowUpResolver.Resolution resolution,
			@Nullable Nation carried) {
		var text = part.text;
		var reading = this.nations.read(text);
		var choice = nation(reading, question, history, resolution, carried);
		var embedding = this.language.embedding();
		var encoding = embedding.encode(text);
		var concepts = concepts(text);
		return new Query(text, reading.without(), choice.nation, choice.origin, AnswerShapes.of(part.asks), concepts,
				intents(reading.places().isEmpty() ? text : reading.named(), concepts), Figures.in(text),
				asOf(text, question.date()), resolution.excluded(), encoding.sentence(), embedding.embedQuery(text),
				encoding.words());
	}

	/**
	 * The day a question looks back to: "in 2018", "as of March 2024"; else the day it is
	 * asked.
	 */
	private static LocalDate asOf(String text, LocalDate today) {
		var matcher = PAST.matcher(text);
		while (matcher.find()) {
			var year = Integer.parseInt(matcher.group("year"));
			var named = matcher.group("month");
			var month = (named != null) ? MONTHS.indexOf(named.substring(0, 3).toLowerCase(Locale.ROOT)) + 1 : 12;
			if (year < today.getYear()) {
				return YearMonth.of(year, month).atEndOfMonth();
			}
		}
		return today;
	}

	/**
	 * Visitors leave out what goes without saying on such a page: the role it is about.
	 */
	private List<IntentPrediction> intents(String text, List<Concept> concepts) {
		var plain = this.intents.predict(text);
		var role = this.subjects.mainRole();
		if (!concepts.isEmpty() || role.isEmpty() || plain.isEmpty() || OTHER_ROLE.matcher(text).find()) {
			return plain;
		}
		var completed = this.intents.predict(text.replaceFirst("[?.!\\s]+$", "") + " as a " + role.get().preferred());
		return (completed.getFirst().confidence() > plain.getFirst().confidence()) ? completed : plain;
	}

	private List<Query> perNation(Query query, String text) {
		var said = this.nations.read(text).said();
		if (said.size() < 2 || query.origin() == NationOrigin.FORCED) {
			return List.of(query);
		}
		return said.stream()
			.map((nation) -> new Query(query.text(), query.subject(), nation, NationOrigin.SAID, query.shape(),
					query.concepts(), query.intents(), query.quoted(), query.asOf(), query.excluded(), query.vector(),
					query.searchVector(), query.words()))
			.toList();
	}

	private static Choice nation(NationRecognizer.NationReading reading, Question question, List<Turn> history,
			FollowUpResolver.Resolution resolution, @Nullable Nation carried) {
		if (question.forceNation() && question.nation() != null) {
			return new Choice(question.nation(), NationOrigin.FORCED);
		}
		if (!reading.said().isEmpty()) {
			return new Choice(reading.said().getFirst(), NationOrigin.SAID);
		}
		if (resolution.nation() != null) {
			return new Choice(resolution.nation(), NationOrigin.SAID);
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

	/** The words that name what a question is about, for later turns. */
	public List<String> topics(Query query) {
		var topics = new LinkedHashSet<String>();
		query.intents()
			.stream()
			.limit(1)
			.filter((intent) -> intent.confidence() > LIKELY)
			.flatMap((intent) -> this.knowledgeBase.findAnswer(intent.name()).stream())
			.flatMap((answer) -> answer.about().stream())
			.flatMap((id) -> this.knowledgeBase.vocabulary().find(id).stream())
			.forEach((concept) -> topics.add(concept.preferred()));
		query.concepts()
			.stream()
			.sorted(Comparator.comparingInt((Concept concept) -> TOPIC_KINDS.contains(concept.kind())
					? TOPIC_KINDS.indexOf(concept.kind()) : TOPIC_KINDS.size()))
			.forEach((concept) -> topics.add(concept.preferred()));
		var phrase = this.subjects.phrase(query.text());
		if (topics.isEmpty() && !phrase.isEmpty()) {
			topics.add(phrase);
		}
		return List.copyOf(topics);
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

	/**
	 * One of the things asked.
	 *
	 * @param asks the question alone
	 * @param text the question with what led up to it
	 */
	private record Part(String asks, String text) {

	}

	private record Choice(@Nullable Nation nation, NationOrigin origin) {

	}

}
