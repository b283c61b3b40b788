package org.signpost.understanding;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.signpost.knowledge.AnswerShape;

/** Tells from a question's words what kind of thing its answer has to hold. */
final class AnswerShapes {

	private static final String MONEY = "(?:salary|salaries|wages?|pay|paid|earn(?:s|ed|ings?)?|income|allowances?|bursar(?:y|ies)|fees?|cost|costs|price|stipend|bonus|supplements?|payments?|premium|grant|money)";

	private static final List<Rule> RULES = List.of(new Rule(AnswerShape.WHERE_TO_FIND,
			"\\bwhere (?:can|do|could|should|would|might|will|to|else)\\b.*\\b(?:find|search|look|apply|see|read|get|sign up|advertised|train|study|ask|go)\\b|\\bwhere (?:are|is)\\b.*\\b(?:advertised|listed|posted)\\b|\\bhow (?:do|can|would) (?:i|we|you) (?:find|search)\\b|\\bwho (?:do|can|should|would|could) i (?:ask|contact|speak|talk|turn)\\b"),
			new Rule(AnswerShape.DURATION,
					"\\bhow long\\b|\\bhow many (?:years?|months?|weeks?|days?|hours?|terms?)\\b|\\bhow much time\\b|\\b(?:length|duration) of\\b|\\btime ?(?:limit|scale|frame)\\b|\\bby when\\b|\\bnumber of (?:years|months|weeks|days|hours)\\b"),
			new Rule(AnswerShape.NUMBER,
					"\\bhow many\\b|\\bwhat (?:percentage|proportion|number|share)\\b|\\bnumber of\\b|\\bhow (?:old|far)\\b|\\bpercentage\\b"),
			new Rule(AnswerShape.AMOUNT,
					"\\bhow much(?: (?:more|less|extra|on top))?(?:$|[?.,]| (?:do|does|did|is|are|was|were|will|would|can|could|should|might|has|have|am|i|you|to|for|in|of|per|a|an|the|on|at|and|or|money|"
							+ MONEY
							+ ")\\b)|\\bwhat(?:'s| is| are| do| does| did| would| will| could| can|s)?\\b(?:(?!\\b(?:works?|working|based|depends?|rely|relies|teach|courses?)\\b).)*\\b(?:starts?|started|be|am i|are (?:you|they|we)|(?:is|are) (?:an? )?[\\w -]+) on(?: (?:there|here|now|today|then|in .*|at .*|after .*|once .*|when .*))?\\s*[?.!]*$|\\bwhat's (?:(?:an?|the) )?(?!going)[\\w -]+ on(?: (?:there|here|now|today|then|in .*|at .*))?\\s*[?.!]*$|\\bhow (?:big|large|high)\\b.*\\b"
							+ MONEY
							+ "\\b|\\bwhat(?:'s| is| are| was| were| would| do| does| will| could| can|s)?\\b.*\\b"
							+ MONEY
							+ "\\b|\\bhow (?:well|highly) (?:is|are|do|does)\\b.*\\b(?:paid|pay|earn)\\b|\\bhow (?:is|are)\\b.*\\bpaid\\b|\\b(?:starting|current|average|maximum|minimum|top|yearly|annual) (?:salary|pay|rate|wage)\\b"),
			new Rule(AnswerShape.DATE,
					"\\bwhen (?:is|are|was|were|do|does|did|will|would|can|could|should|must|has|have|am)\\b|^(?:(?:and|but|so|ok|okay|also|hi|hello|please|or),? )*when\\b|\\b(?:since|from|till|until|by) when\\b|\\bwhen\\W*$|\\bwhat (?:date|day|year|month|time)\\b|\\bwhich (?:date|day|year|month)\\b|\\bsince when\\b|\\bdeadline\\b|\\bhow soon\\b|\\bstart(?:s|ing)? date\\b|\\bhow recent"),
			new Rule(AnswerShape.PERSON,
					"\\bwho\\b|\\bwhose\\b|\\bwhom\\b|\\bwhich (?:body|bodies|organisations?|university|universities|union|provider|providers|employers?)\\b"),
			new Rule(AnswerShape.HOW,
					"\\bhow (?:do|can|could|would|should|might|will) (?:i|you|we|one|someone|somebody|people|they|a|an)\\b|\\bhow (?:to|does (?:one|someone))\\b|\\bsteps\\b|\\broutes? (?:in|into|to)\\b|\\bways? (?:in|into|of becoming)\\b|\\bpath(?:way)? (?:in|into|to)\\b|\\bget into\\b"),
			new Rule(AnswerShape.PLACE,
					"\\bwhere\\b|\\bwhich (?:cities|city|town|towns|nation|nations|country|countries|parts?|schools?|settings?|places?)\\b|\\bwhat (?:cities|places|countries|kinds? of (?:place|school|employer|setting)s?)\\b"),
			new Rule(AnswerShape.DEFINITION,
					"\\bwhat(?:'s| is| are|s) (?:a |an |the |that |this )?(?:\\w+[ -]?){1,5}\\?*$|\\bwhat (?:do|does|did)\\b.*\\b(?:mean|stand for)\\b|\\bmeaning of\\b|\\bdefin(?:e|ition)\\b|\\bwhat exactly is\\b|\\bexplain\\b|\\btell me about\\b"),
			new Rule(AnswerShape.LIST,
					"\\bwhich\\b|\\bwhat (?:\\w+ )?(?:skills|duties|tasks|qualities|qualifications|requirements|routes|options|steps|types|kinds|sorts|jobs|roles|benefits|responsibilities|subjects|things|conditions)\\b|\\blist\\b|\\bwhat (?:do|does|can|will|would|should)\\b"),
			new Rule(AnswerShape.YES_NO,
					"^(?:(?:and|but|so|ok|okay|also|hi|hello|please|or),? )*(?:do|does|did|is|are|am|was|were|can|could|must|should|shall|will|would|have|has|had|may|might|isn't|aren't|don't|doesn't|can't|won't)\\b|\\b(?:do|must|can|should|will|would) (?:i|you|we) (?:still |really |also |always )?(?:have|need|be|get|do|take|become|work|apply)\\b|\\bis (?:it|that|there)\\b.*\\?"));

	private AnswerShapes() {
	}

	/** The kind of answer that a question asks for. */
	static AnswerShape of(String question) {
		// what a follow-up was completed with stands in brackets
		var text = question.toLowerCase(Locale.ROOT).replaceAll("\\s*\\([^)]*\\)", "").strip();
		for (var rule : RULES) {
			if (rule.pattern.matcher(text).find()) {
				return rule.shape;
			}
		}
		// a bare "sen allowance scotland" asks for the sum
		return Pattern.compile("\\b" + MONEY + "\\b").matcher(text).find() && text.split("\\s+").length < 7
				? AnswerShape.AMOUNT : AnswerShape.ANY;
	}

	private record Rule(AnswerShape shape, Pattern pattern) {

		Rule(AnswerShape shape, String pattern) {
			this(shape, Pattern.compile(pattern));
		}

	}

}
