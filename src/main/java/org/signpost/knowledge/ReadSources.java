package org.signpost.knowledge;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads sources, and remembers those of the last reading with what was made of each, so
 * that only a file that says something else is read anew: what a text comes to is the
 * same whenever it is read. Several sources may be read at the same time; all else is for
 * one thread.
 */
final class ReadSources {

	private final GuidanceReader reader;

	private Map<Text, Read> before = Map.of();

	private Map<Text, Read> now = new ConcurrentHashMap<>();

	private PerSource<List<StatedReplacement>> replacements = new PerSource<>(StatedReplacement::in);

	private PerSource<EvidenceFinder.SourceWords> words = new PerSource<>(EvidenceFinder.SourceWords::of);

	ReadSources(GuidanceReader reader) {
		this.reader = reader;
	}

	/** As {@link GuidanceReader#read}. */
	Source read(String id, String text, Problems problems) {
		var key = new Text(id, text);
		var read = this.before.get(key);
		if (read == null) {
			var found = new Problems(problems.file());
			read = new Read(this.reader.read(id, text, found), found);
		}
		this.now.put(key, read);
		problems.add(read.found());
		return read.source();
	}

	/** Forgets what has not been read since this was last asked. */
	void forgetOthers() {
		this.before = this.now;
		this.now = new ConcurrentHashMap<>();
	}

	/** What some of the sources say has been replaced. */
	PerSource<List<StatedReplacement>> replacements(List<Source> sources) {
		this.replacements = this.replacements.of(sources);
		return this.replacements;
	}

	/** The words of some of the sources. */
	PerSource<EvidenceFinder.SourceWords> words(List<Source> sources) {
		this.words = this.words.of(sources);
		return this.words;
	}

	private record Text(String id, String text) {

	}

	private record Read(Source source, Problems found) {

	}

}
