package org.signpost.understanding;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.signpost.language.Words;

/** Words that carry no subject: articles, pronouns, auxiliaries, courtesies. */
public final class Stopwords {

	private static final Set<String> WORDS = Set.copyOf(List
		.of(("a an the this that these those i you he she it we they me him her us them my your his its our their mine yours "
				+ "im ive id ill youre theyre weve thats whats wheres hows theres isnt dont doesnt didnt cant couldnt wont wouldnt arent wasnt havent hasnt "
				+ "am is are was were be been being do does did doing done have has had having can could may might must shall should will would "
				+ "and or but so if then than as of in on at to for from by with about into over under up down out off only just also too very really still already yet "
				+ "what which who whom whose when where why how there here not no nor any some all both each more most much many such own same other another "
				+ "please tell know want wanted like need get got getting give gives given let lets say says said go going goes one ones thing things stuff way ok okay hi hello hey thanks thank "
				+ "actually basically currently now right sure wondering wonder ask asking question questions help able us use used using mean means exactly kind sort lot lots bit even ever "
				+ "am'm s t re ve ll d m because cos since while after before during until again once per via etc")
			.split(" ")));

	private static final Set<String> STEMS = Set.copyOf(WORDS.stream().map(Words::stem).distinct().toList());

	private Stopwords() {
	}

	public static boolean contains(String word) {
		return WORDS.contains(word);
	}

	/** Whether a stem is that of such a word. */
	public static boolean containsStem(String stem) {
		return STEMS.contains(stem);
	}

	/** The words of a text that carry its subject. */
	public static List<String> contentWords(String text) {
		return Words.of(text).stream().filter((word) -> !contains(word)).toList();
	}

	/** Their stems, each once. */
	public static Set<String> contentStems(String text) {
		return contentWords(text).stream().map(Words::stem).collect(Collectors.toUnmodifiableSet());
	}

}
