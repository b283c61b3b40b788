package org.signpost.understanding;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.signpost.knowledge.Nation;
import org.signpost.language.Words;

/**
 * The places of the four nations.
 *
 * @param places place in lower case, the nations that have one of that name
 * @param capitalised places named like ordinary words, which are places only with a
 * capital, by their name as written
 * @param phrases names that hold a nation's or a place's without meaning it
 * @param areas what finds the places of an area that guidance tells apart, by its name
 */
record Gazetteer(Map<String, Set<Nation>> places, Map<String, Nation> capitalised, Set<String> phrases,
		Map<String, Pattern> areas) {

	static Gazetteer load() {
		var document = Resource.yaml("language/places.yaml");
		var places = new HashMap<String, Set<Nation>>();
		for (var nation : Nation.values()) {
			for (var place : document.path(nation.name()).values()) {
				places.computeIfAbsent(place.asString(), (name) -> EnumSet.noneOf(Nation.class)).add(nation);
			}
		}
		for (var entry : document.path("ambiguous").values()) {
			var nations = EnumSet.noneOf(Nation.class);
			entry.path("nations").values().forEach((nation) -> nations.add(Nation.valueOf(nation.asString())));
			places.put(entry.path("place").asString(), nations);
		}
		document.path("notPlaces").values().forEach((word) -> places.remove(word.asString()));
		var capitalised = new HashMap<String, Nation>();
		for (var nation : Nation.values()) {
			document.path("capitalised")
				.path(nation.name())
				.values()
				.forEach((place) -> capitalised.put(place.asString(), nation));
		}
		var phrases = new HashSet<String>();
		document.path("phrases")
			.values()
			.forEach((phrase) -> phrases.add(String.join(" ", Words.of(phrase.asString()))));
		var areas = new TreeMap<String, Pattern>();
		document.path("areas")
			.properties()
			.forEach((area) -> areas.put(area.getKey(),
					Pattern.compile(area.getValue()
						.values()
						.stream()
						.map((place) -> Pattern.quote(place.asString()))
						.collect(Collectors.joining("|", "\\b(?:", ")\\b")), Pattern.CASE_INSENSITIVE)));
		return new Gazetteer(places, capitalised, phrases, areas);
	}

	/**
	 * A text with the area of the place it names, where guidance goes by areas: "pay in
	 * Hackney (inner London)".
	 */
	String located(String text) {
		return this.areas.entrySet()
			.stream()
			.filter((area) -> area.getValue().matcher(text).find())
			.map(Map.Entry::getKey)
			.filter((area) -> !text.toLowerCase(Locale.ROOT).contains(area.toLowerCase(Locale.ROOT)))
			.findFirst()
			.map((area) -> text + " (" + area + ")")
			.orElse(text);
	}

	/** The words of the names of places. */
	Set<String> words() {
		return this.places.keySet().stream().flatMap((place) -> Words.of(place).stream()).collect(Collectors.toSet());
	}

}
