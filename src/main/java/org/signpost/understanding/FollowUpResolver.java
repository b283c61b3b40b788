package org.signpost.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.signpost.conversation.OpenQuestion;
import org.signpost.conversation.Outcome;
import org.signpost.conversation.Slot;
import org.signpost.conversation.Turn;
import org.signpost.knowledge.AnswerShape;
import org.signpost.knowledge.Nation;
import org.signpost.knowledge.Vocabulary;
import org.signpost.language.SentenceEmbedding;
import org.signpost.language.EmbeddingStore;
import org.signpost.language.Words;

/**
 * Completes a message that makes sense only after what was said before it, so that it
 * stands alone. Each rule says in the trace that it fired. Safe for many threads.
 */
final class FollowUpResolver {

	private static final Pattern CUE = Pattern.compile(
			"^(?:(?:ok|okay|oh|ah|right|so|well|cool|great|thanks|thank you|cheers|sorry|yes|yeah|no|hmm|got it|i see|and|but|also|then)[,.!]? )*"
					+ "(?:and|or|but|what about|how about|wat about|what if|what of|and what about|same for|same question for|is it the same (?:in|for)|how is it in|also|i meant?|sorry,? i meant?|no,? i mean|only|even|also for)\\b",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern FILLER = Pattern.compile(
			"^(?:(?:ok|okay|oh|ah|right|so|well|cool|great|thanks|thank you|cheers|sorry|hmm|got it|i see)[,.!]? +)+",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern BACK = Pattern.compile(
			"\\b(?:back to|going back to|return(?:ing)? to|about what you said|you (?:said|mentioned)|as (?:i|you) said|earlier|you told me)\\b",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern THING = Pattern.compile("\\b(?:it|this|that|one)\\b(?!'s (?:ok|fine|all))",
			Pattern.CASE_INSENSITIVE);

	/** "and a senior one?" */
	private static final Pattern ANOTHER = Pattern.compile("\\b(?:a|an|the) (\\w+) one\\b", Pattern.CASE_INSENSITIVE);

	private static final Pattern PEOPLE = Pattern.compile("\\b(?:they|them|those|these|he|she)\\b",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern OWNED = Pattern.compile("\\b(?:their|its|his|her)\\b", Pattern.CASE_INSENSITIVE);

	private static final Pattern THERE = Pattern.compile("\\b(?:there|over there|here)\\b", Pattern.CASE_INSENSITIVE);

	private static final Pattern DEFINITE = Pattern.compile(
			"\\bthe (?:qualification|course|award|training|job|role|post|allowance|payment|exam|test|certificate|diploma|fee|rule|event|scheme|programme|program|money|pay|salary|application|deadline|same)\\b",
			Pattern.CASE_INSENSITIVE);

	/**
	 * "it" that stands for what follows: "is it hard to", "does it matter if", "that I".
	 */
	private static final Pattern DUMMY = Pattern.compile(
			"\\b(?:is|was|would|will|does|isn't|be|makes?|find|take|if|whether|and) (?:it|that|this) (?:\\w+ ){0,2}(?:to|that|if|when|true|possible|worth|like (?:to|being)|ok|okay)\\b|\\bthat (?:i|you|we|a|an|the|is|are|they|have|has|do)\\b|\\bthis (?:job|career|role|kind|line|work|field|year|sort|area|country|september|autumn)\\b|\\b(?:any|some|no|which|every|each|this|that|another|the|first|second|last|new|older|newer) one\\b|\\bone (?:of|day|to|year)\\b|\\bthat (?:job|year|kind|sort)\\b|\\bhow (?:long|much) (?:does|would|will) it (?:take|cost) to\\b",
			Pattern.CASE_INSENSITIVE);

	/** One of a numbered or lettered kind. */
	private static final Pattern MEMBER = Pattern.compile(
			"\\b(class|level|band|grade|point|stage|tier|part|step|year|route|group|phase|type|scale) ?([a-z]|\\d{1,2}|one|two|three|four|five|six)\\b",
			Pattern.CASE_INSENSITIVE);

	/** Somebody of a trade: "and a section inspector?" */
	private static final Pattern SOMEBODY = Pattern.compile(
			"^(?:what's |whats )?(?:(?:an?|the) )?((?:[\\w-]+ ){0,2}[\\w-]*(?:er|or|ist|ian|ant|ent|ice|nurse|pilot|man|woman|head|assistant|guard|clerk|coach|cook)s?)(?: on)?(?: there| then| instead)?\\s*[?.!]*$",
			Pattern.CASE_INSENSITIVE);

	/** Thanks, or an apology. */
	private static final Pattern THANKS = Pattern.compile(
			"^(?:ok |okay |great |lovely |oh |well |brill |perfect )*(?:thanks|thank you|cheers|ta|many thanks)(?: a (?:lot|bunch|million)| so much| very much| again| mate| for .*| loads| that .*)*[.! ]*$|^(?:i'm |i am )?(?:so |very )?sorry(?: (?:about|for) .*)?[.! ]*$",
			Pattern.CASE_INSENSITIVE);

	/** "do you get a degree from it": however much else is named, it points back. */
	private static final Pattern AFTER_ALL = Pattern.compile(
			"\\b(?:from|in|on|for|with|after|during|of|into|without|by|doing|through) (it|that|this)\\b\\W*$",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern POST = Pattern.compile("\\bthe (?:job|role|post)\\b", Pattern.CASE_INSENSITIVE);

	/** Whom or what a question is about: "what does a teacher earn". */
	private static final Pattern ONE_OF_A_KIND = Pattern.compile(
			"\\b(?:does|do|did|can|must|is|will|would|should|has|for|as|about) an? (\\w+)\\b",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern THINGS = Pattern.compile("\\b(?:them|those|these)\\b", Pattern.CASE_INSENSITIVE);

	/** Tells of the visitor, asks nothing. */
	private static final Pattern TELLS = Pattern.compile(
			"^(?:but |and |well,? |actually,? )?(?:i've|i have|i already|i'm|i am|i did|i was|i would be|i'd be|i work|i worked|i don't have|i haven't|i got|i hold|i qualified|i trained|my|we've|we're)\\b[^?]*$",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern ORDINAL = Pattern.compile(
			"^(?:the )?(first|second|third|fourth|last|1st|2nd|3rd|4th|1|2|3|4)(?: one| option| of (?:those|them))?[.!]?$",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern YES = Pattern.compile(
			"^(?:yes|yeah|yep|yup|y|sure|please|yes please|go on|ok|okay|that one|that|right|correct|exactly)(?:,? (?:please|thanks|that one|it is|thank you))?[.!]*$",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern ALL = Pattern.compile(
			"^(?:all|both|any|all of (?:them|these|those)|everywhere|all four|either)\\b.*", Pattern.CASE_INSENSITIVE);

	/**
	 * Words around a place that say no more than the place: "if I took a job in York".
	 */
	private static final Set<String> MOVING = Set.of("took", "take", "job", "work", "worked", "working", "moved",
			"move", "moving", "live", "lived", "living", "teach", "taught", "teaching", "based", "instead", "went",
			"post", "school", "over", "people", "places", "bit", "oops", "wrong", "country", "nation", "sorry",
			"mistake", "meant", "question", "cousin", "friend", "sister", "brother", "mate", "daughter", "son",
			"partner", "actually");

	private final Vocabulary vocabulary;

	private final NationRecognizer nations;

	private final SubjectFinder subjects;

	private final EmbeddingStore embedding;

	FollowUpResolver(Vocabulary vocabulary, NationRecognizer nations, SubjectFinder subjects,
			EmbeddingStore embedding) {
		this.vocabulary = vocabulary;
		this.nations = nations;
		this.subjects = subjects;
		this.embedding = embedding;
	}

	/**
	 * Completes a message.
	 * @param message the message, clean and spelled out
	 * @param history the turns before it, oldest first
	 */
	Resolution resolve(String message, List<Turn> history) {
		var last = lastQuestion(history);
		if (last == null) {
			return Resolution.alone(message);
		}
		var asked = history.getLast().asked();
		if (asked != null) {
			var reply = reply(message, asked);
			if (reply != null) {
				return reply;
			}
		}
		if (BACK.matcher(message).find()) {
			var back = back(message, history);
			if (back != null) {
				return back;
			}
		}
		var plain = FILLER.matcher(message).replaceFirst("").strip();
		if (plain.isEmpty() || THANKS.matcher(message).matches()) {
			return Resolution.alone(message);
		}
		var added = added(plain, last);
		if (added != null) {
			return added;
		}
		var cue = CUE.matcher(plain).find();
		var rest = CUE.matcher(plain).replaceFirst("").strip();
		var content = content(rest);
		if (content.isEmpty() && this.nations.read(rest).said().isEmpty() && this.nations.read(rest).places().isEmpty()
				&& this.vocabulary.mentions(rest).isEmpty()) {
			return pronounOnly(plain, last);
		}
		var swapped = swap(rest, content, last, cue, plain);
		if (swapped != null) {
			return swapped;
		}
		return refer(plain, rest, last, cue);
	}

	/** The latest turn that was about something. */
	private static @Nullable Turn lastQuestion(List<Turn> history) {
		for (var turn : history.reversed()) {
			if (turn.outcome() != Outcome.SMALL_TALK && turn.outcome() != Outcome.HANDOFF
					&& !(turn.outcome() == Outcome.OUT_OF_SCOPE) && !turn.resolved().isBlank()) {
				return turn;
			}
		}
		return null;
	}

	private @Nullable Resolution reply(String message, OpenQuestion asked) {
		var plain = FILLER.matcher(message).replaceFirst("").strip();
		var option = option(plain, asked.options());
		if (asked.slot() == Slot.NATION) {
			if (ALL.matcher(plain).matches()) {
				return new Resolution("reply: all of them", asked.about(), false, Set.of(), null);
			}
			var said = this.nations.read(plain).said();
			var nation = !said.isEmpty() ? said.getFirst() : (option != null) ? named(option) : null;
			if (nation != null && content(withoutNations(plain)).size() <= 2) {
				return new Resolution("reply: nation", inNation(asked.about(), nation), true, Set.of(), nation);
			}
			return null;
		}
		if (option != null) {
			var standsAlone = option.endsWith("?") || content(option).size() > 3;
			return new Resolution("reply: choice", standsAlone ? option : merge(asked.about(), option), true, Set.of(),
					null);
		}
		return null;
	}

	private static @Nullable String option(String message, List<String> options) {
		var ordinal = ORDINAL.matcher(message);
		if (ordinal.matches() && !options.isEmpty()) {
			var index = switch (ordinal.group(1).toLowerCase(Locale.ROOT)) {
				case "first", "1st", "1" -> 0;
				case "second", "2nd", "2" -> 1;
				case "third", "3rd", "3" -> 2;
				case "fourth", "4th", "4" -> 3;
				default -> options.size() - 1;
			};
			return (index < options.size()) ? options.get(index) : null;
		}
		if (YES.matcher(message).matches() && !options.isEmpty()) {
			return options.getFirst();
		}
		var words = Set.copyOf(Words.stems(message));
		for (var option : options) {
			if (Words.stems(option).equals(Words.stems(message))) {
				return option;
			}
		}
		for (var option : options) {
			var own = Stopwords.contentWords(option).stream().map(Words::stem).toList();
			if (words.size() <= 5 && !own.isEmpty() && words.containsAll(own)) {
				return option;
			}
		}
		return null;
	}

	private static @Nullable Nation named(String option) {
		for (var nation : Nation.values()) {
			if (option.equalsIgnoreCase(nation.displayName())) {
				return nation;
			}
		}
		return null;
	}

	/** "ok back to the pay": the earlier turn that is most like what is named. */
	private @Nullable Resolution back(String message, List<Turn> history) {
		var rest = BACK.matcher(CUE.matcher(message).replaceFirst("")).replaceAll(" ").strip();
		var words = Set.copyOf(content(rest).stream().map(Words::stem).toList());
		if (words.isEmpty()) {
			return null;
		}
		var vector = this.embedding.embed(rest);
		Turn best = null;
		double bestScore = 0;
		for (int i = 0; i < history.size(); i++) {
			var turn = history.get(i);
			if (turn.outcome() == Outcome.SMALL_TALK || turn.resolved().isBlank()) {
				continue;
			}
			var own = Set.copyOf(Words.stems(turn.resolved() + " " + String.join(" ", turn.topics())));
			var shared = words.stream().filter(own::contains).count() / (double) words.size();
			var score = shared + SentenceEmbedding.cosine(vector, this.embedding.embed(turn.resolved())) + i * 1e-3;
			if (score > bestScore) {
				best = turn;
				bestScore = score;
			}
		}
		if (best == null || bestScore < 0.6) {
			return null;
		}
		var asked = message.replaceFirst("^[^:,–-]*[:,–-]\\s*", "");
		if (!asked.equals(message) && content(asked).size() + asked.split(" ").length > 3
				&& AnswerShapes.of(asked) != AnswerShape.ANY) {
			var completed = refer(asked, asked, best, false);
			return new Resolution("back to " + topic(best) + ", with a question", completed.text(), true, Set.of(),
					best.nation());
		}
		// more than the name of a subject is a question of its own on that subject
		if (AnswerShapes.of(rest) != AnswerShape.ANY && content(rest).size() > 2) {
			return null;
		}
		return new Resolution("back to an earlier question", best.resolved(), false, Set.of(), null);
	}

	/** What a visitor says of themselves after a question belongs to that question. */
	private @Nullable Resolution added(String plain, Turn last) {
		var own = content(plain).stream().filter((word) -> !MOVING.contains(word)).toList();
		if (!TELLS.matcher(plain).matches() || own.isEmpty() || own.size() > 6
				|| AnswerShapes.of(plain) != AnswerShape.ANY || last.resolved().length() > 200) {
			return null;
		}
		return new Resolution("tells more of the visitor", plain.replaceFirst("[.!\\s]+$", "") + ". " + last.resolved(),
				true, Set.of(), null);
	}

	/** Only a nation, place or concept is said: it takes the place of its like. */
	private @Nullable Resolution swap(String rest, List<String> content, Turn last, boolean cue, String plain) {
		var reading = this.nations.read(rest);
		var mentions = this.vocabulary.mentions(rest);
		var fragment = !hasVerb(rest);
		var left = content(withoutNations(rest)).stream().filter((word) -> !MOVING.contains(word)).toList();
		if (!reading.said().isEmpty() && left.isEmpty() && mentions.isEmpty()) {
			var place = reading.places().isEmpty() ? null : reading.places().getFirst();
			var before = this.nations.read(last.resolved()).places();
			if (place != null && !before.isEmpty()) {
				return new Resolution("same question, other place",
						replaceWord(last.resolved(), before.getFirst(), place), true, Set.of(),
						reading.said().getFirst());
			}
			if (place != null) {
				return new Resolution("same question, other place", stripNations(last.resolved()) + " in " + place,
						true, Set.of(), reading.said().getFirst());
			}
			if (reading.said().size() > 1) {
				return new Resolution("same question, other nations",
						stripNations(last.resolved()) + " in " + names(reading.said()), true, Set.of(), null);
			}
			return new Resolution("same question, other nation", inNation(last.resolved(), reading.said().getFirst()),
					true, Set.of(), reading.said().getFirst());
		}
		var member = MEMBER.matcher(rest);
		if (fragment && left.size() <= 2 && member.find()) {
			var before = MEMBER.matcher(last.resolved());
			while (before.find()) {
				if (before.group(1).equalsIgnoreCase(member.group(1))
						&& !before.group(2).equalsIgnoreCase(member.group(2))) {
					return new Resolution("same question, other " + member.group(1).toLowerCase(Locale.ROOT),
							replaceWord(last.resolved(), before.group(), member.group()), true, Set.of(), null);
				}
			}
		}
		var somebody = SOMEBODY.matcher(rest);
		if (mentions.isEmpty() && somebody.matches()) {
			var other = this.subjects.phrase(somebody.group(1));
			var before = this.subjects.phrase(last.resolved());
			if (!other.isEmpty() && !before.isEmpty() && !other.equals(before)
					&& this.vocabulary.mentions(before).isEmpty()) {
				return new Resolution("same question, other " + before,
						withArticle(replaceWord(last.resolved(), before, other), other), true, Set.of(), null);
			}
		}
		if ((cue || fragment) && !mentions.isEmpty() && mentions.size() <= 2 && left.size() <= 5 && fragment) {
			var concept = mentions.getFirst().concept();
			for (var earlier : this.vocabulary.mentions(last.resolved())) {
				if (earlier.concept().kind().equals(concept.kind()) && !earlier.concept().id().equals(concept.id())) {
					var words = Words.of(last.resolved());
					var label = String.join(" ", words.subList(earlier.start(), earlier.end()));
					var text = replaceWord(String.join(" ", words), label, concept.preferred());
					if (!reading.said().isEmpty()) {
						text = inNation(text, reading.said().getFirst());
					}
					return new Resolution("same question, other " + concept.kind(), text, true, Set.of(), null);
				}
			}
		}
		return null;
	}

	/** Words that point back are filled in with the subject of the last question. */
	private @Nullable Resolution referOrNull(String plain, Turn last) {
		var topic = topic(last);
		if (topic == null) {
			return null;
		}
		var open = DUMMY.matcher(plain).replaceAll((match) -> " ".repeat(match.group().length()));
		var people = PEOPLE.matcher(open);
		var thing = THING.matcher(open);
		var owned = OWNED.matcher(open);
		var role = roleOf(last);
		var things = THINGS.matcher(open);
		var named = plural(last);
		if (named != null && things.find()) {
			return filled("them: " + named, plain, things.start(), things.end(), named, last);
		}
		if (people.find() && role == null) {
			return new Resolution("they, about " + topic, plain.replaceFirst("\\?+$", "") + " (" + topic + ")?", true,
					Set.of(), null);
		}
		if (people.reset().find()) {
			return filled("they: " + topic, plain, people.start(), people.end(), (role != null) ? role : topic, last);
		}
		if (owned.find()) {
			return filled("their: " + topic, plain, owned.start(), owned.end(), ((role != null) ? role : topic) + "'s",
					last);
		}
		if (thing.find()) {
			return filled("it: " + topic, plain, thing.start(), thing.end(), "the " + topic, last);
		}
		return null;
	}

	/** What the last question named in the plural, if it is not a role. */
	private @Nullable String plural(Turn last) {
		var words = Words.of(last.resolved());
		for (var mention : this.vocabulary.mentions(last.resolved())) {
			var label = String.join(" ", words.subList(mention.start(), mention.end()));
			if (!mention.concept().kind().equals("role") && label.endsWith("s")) {
				return label;
			}
		}
		return null;
	}

	private Resolution refer(String plain, String rest, Turn last, boolean cue) {
		var own = ownSubject(plain);
		var after = AFTER_ALL.matcher(plain);
		if (own && topic(last) != null && after.find() && !DUMMY.matcher(plain).find()) {
			return filled("it: " + topic(last), plain, after.start(1), after.end(1), "the " + topic(last), last);
		}
		if (!cue && complete(plain)) {
			return Resolution.alone(plain);
		}
		if ((!own || cue) && !ANOTHER.matcher(plain).find()) {
			var filled = own ? null : referOrNull(plain, last);
			if (filled != null) {
				return filled;
			}
		}
		var topic = topic(last);
		var post = POST.matcher(plain);
		if (!own && post.find() && this.subjects.mainRole().isPresent()) {
			var role = (roleOf(last) != null) ? roleOf(last) : this.subjects.mainRole().get().preferred();
			return new Resolution("the job we spoke of", plain.replaceFirst("\\?+$", "") + " (" + role + ")?", true,
					Set.of(), null);
		}
		if (topic != null && !own && DEFINITE.matcher(plain).find()) {
			return new Resolution("the one we spoke of", plain.replaceFirst("\\?+$", "") + " (" + topic + ")?", true,
					Set.of(), null);
		}
		var another = ANOTHER.matcher(plain);
		if (topic != null && another.find()
				&& last.resolved().toLowerCase(Locale.ROOT).contains(topic.toLowerCase(Locale.ROOT))) {
			return new Resolution("another " + topic,
					replaceWord(last.resolved(), topic, another.group(1) + " " + topic), true, Set.of(), null);
		}
		var content = content(rest);
		var names = !hasVerb(rest) && !content.isEmpty() && AnswerShapes.of(rest) == AnswerShape.ANY;
		if (cue && !own && names && !this.subjects.onlyAspects(content)
				&& content.stream().allMatch(this.subjects::uses)) {
			return Resolution.alone(rest);
		}
		if (!cue && names && content.size() <= 3 && !plain.contains("?")) {
			return new Resolution("fragment that completes the question", merge(last.resolved(), rest), true, Set.of(),
					null);
		}
		if (topic != null && (cue || (!own && content.size() <= 4)) && !hasOwnTopic(plain, last)) {
			var asks = hasVerb(rest) || AnswerShapes.of(rest) != AnswerShape.ANY;
			var text = asks ? plain.replaceFirst("\\?+$", "") + " (" + topic + ")?" : merge(last.resolved(), rest);
			return new Resolution(cue ? "goes on about " + topic : "fragment about " + topic, text, true,
					Set.copyOf(last.cited()), null);
		}
		if (THERE.matcher(plain).find() && last.nation() != null) {
			return new Resolution("there", plain, true, Set.of(), null);
		}
		return Resolution.alone(plain);
	}

	private Resolution pronounOnly(String plain, Turn last) {
		var filled = referOrNull(plain, last);
		if (filled != null) {
			return filled;
		}
		var topic = topic(last);
		if (topic == null) {
			return Resolution.alone(plain);
		}
		return new Resolution("asks on about " + topic, plain.replaceFirst("\\?+$", "") + " (" + topic + ")?", true,
				Set.copyOf(last.cited()), null);
	}

	private Resolution filled(String rule, String plain, int start, int end, String subject, Turn last) {
		return new Resolution(rule, plain.substring(0, start) + subject + plain.substring(end), true, Set.of(), null);
	}

	/** Whether a message names what it is about. */
	private boolean ownSubject(String message) {
		return !this.vocabulary.mentions(message).isEmpty() || this.subjects.phrase(message).split(" ").length >= 2;
	}

	/** Whether a question says what it is about and points nowhere. */
	private boolean complete(String plain) {
		var shape = AnswerShapes.of(plain);
		var one = ONE_OF_A_KIND.matcher(plain);
		var ofAKind = one.find() && this.subjects.uses(one.group(1).toLowerCase(Locale.ROOT));
		return (shape == AnswerShape.HOW || shape == AnswerShape.DEFINITION || ofAKind)
				&& (hasVerb(plain) || (ofAKind && shape != AnswerShape.ANY))
				&& (ofAKind || !this.subjects.phrase(plain).isEmpty()) && !THING.matcher(plain).find()
				&& !PEOPLE.matcher(plain).find() && !OWNED.matcher(plain).find()
				&& (ofAKind || !DEFINITE.matcher(plain).find());
	}

	private boolean hasOwnTopic(String message, Turn last) {
		if (this.vocabulary.mentions(message)
			.stream()
			.noneMatch((mention) -> !mention.concept().kind().equals("payment"))) {
			return false;
		}
		return hasVerb(message) && content(message).size() > 3;
	}

	private @Nullable String topic(Turn last) {
		return last.topics().isEmpty() ? null : last.topics().getFirst();
	}

	private @Nullable String roleOf(Turn last) {
		for (var topic : last.topics()) {
			for (var mention : this.vocabulary.mentions(topic)) {
				if (mention.concept().kind().equals("role")) {
					return topic;
				}
			}
		}
		return null;
	}

	private String inNation(String question, Nation nation) {
		return stripNations(question) + " in " + nation.displayName();
	}

	private String stripNations(String question) {
		return withoutNations(question).replaceFirst("[?.!\\s]+$", "");
	}

	private static String withoutNations(String text) {
		return text.replaceAll(
				"(?i)\\b(?:(?:in|for|within|across|from|of) )?(?:the )?(?:england|wales|scotland|northern ireland|n\\.? ireland|\\bni\\b|welsh|scottish|english)(?:(?:,| and| or|,? and) (?:in |for )?(?:england|wales|scotland|northern ireland))*\\b",
				" ")
			.replaceAll("\\s+", " ")
			.strip();
	}

	private List<String> content(String text) {
		var places = new ArrayList<String>();
		this.nations.read(text).places().forEach((place) -> places.addAll(List.of(place.split(" "))));
		return Stopwords.contentWords(text).stream().filter((word) -> !places.contains(word)).toList();
	}

	private static boolean hasVerb(String text) {
		return Pattern.compile(
				"\\b(?:is|are|was|were|do|does|did|can|could|must|should|will|would|have|has|need|get|earn|take|becom\\w+|work|start|train|apply|pay|paid|teach|study|qualify|happen|cost|last|count|change)\\b",
				Pattern.CASE_INSENSITIVE)
			.matcher(text)
			.find();
	}

	private static String names(List<Nation> nations) {
		return String.join(" and ", nations.stream().map(Nation::displayName).toList());
	}

	private static String merge(String question, String more) {
		return question.replaceFirst("[?.!\\s]+$", "") + " " + more;
	}

	private static String replaceWord(String text, String word, String with) {
		return Pattern.compile("\\b" + Pattern.quote(word) + "\\b", Pattern.CASE_INSENSITIVE)
			.matcher(text)
			.replaceFirst(Matcher.quoteReplacement(with));
	}

	/** The text with "a" or "an" before a phrase as its first letter wants it. */
	private static String withArticle(String text, String phrase) {
		return text.replaceAll("\\b([Aa])n? (?=" + Pattern.quote(phrase) + ")",
				phrase.matches("(?i)[aeio].*") ? "$1n " : "$1 ");
	}

	/**
	 * A message made to stand alone.
	 *
	 * @param rule what completed it
	 * @param text the completed question
	 * @param dependent whether it needed the conversation
	 * @param excluded ids of statements said already
	 * @param nation the nation the reply gives, if it does
	 */
	record Resolution(String rule, String text, boolean dependent, Set<String> excluded, @Nullable Nation nation) {

		/**
		 * Whether a message in which nothing points back was joined to what was asked.
		 */
		boolean asksOn() {
			return this.rule.startsWith("fragment") || this.rule.startsWith("goes on about");
		}

		/** Whether nothing in the message itself points back. */
		boolean loose() {
			return asksOn() || this.rule.startsWith("asks on") || this.rule.startsWith("tells more");
		}

		static Resolution alone(String text) {
			return new Resolution("stands alone", text, false, Set.of(), null);
		}

	}

}
