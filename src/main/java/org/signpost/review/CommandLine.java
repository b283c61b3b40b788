package org.signpost.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A command's words and its {@code --name=value} or {@code --name} options; the value of
 * {@code --into} may stand after a space.
 *
 * @param words what is not an option
 * @param options the options
 */
record CommandLine(List<String> words, Map<String, String> options) {

	static CommandLine of(List<String> args) {
		var words = new ArrayList<String>();
		var options = new HashMap<String, String>();
		for (int i = 0; i < args.size(); i++) {
			var arg = args.get(i);
			if (arg.equals("--into") && i + 1 < args.size()) {
				i++;
				options.put("into", args.get(i));
			}
			else if (arg.startsWith("--")) {
				int equals = arg.indexOf('=');
				var name = (equals < 0) ? arg.substring(2) : arg.substring(2, equals);
				options.put(name.replaceFirst("^signpost\\.", ""), (equals < 0) ? "" : arg.substring(equals + 1));
			}
			else {
				words.add(arg);
			}
		}
		return new CommandLine(words, options);
	}

	boolean has(String name) {
		return this.options.containsKey(name);
	}

	String value(String name, String otherwise) {
		return this.options.getOrDefault(name, otherwise);
	}

}
