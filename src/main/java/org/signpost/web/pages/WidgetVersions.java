package org.signpost.web.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;

import org.signpost.conversation.DataFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Every version of the widget that was ever served with this data folder. A page that
 * names one, with its integrity hash, goes on working when a newer server no longer
 * brings it along. A version is 24 kB.
 */
final class WidgetVersions {

	private static final Logger logger = LoggerFactory.getLogger(WidgetVersions.class);

	private static final Pattern NAME = Pattern.compile("widget-[0-9a-f]{12,64}\\.js");

	private final Path folder;

	WidgetVersions(Path folder) {
		this.folder = folder;
	}

	/**
	 * Keeps the versions that came along with this server. Where it may not write, those
	 * are still served, as long as it brings them.
	 */
	void keep() {
		try {
			DataFolder.create(this.folder);
			for (var file : new PathMatchingResourcePatternResolver().getResources("classpath:/static/widget-*.js")) {
				keep(file);
			}
		}
		catch (IOException ex) {
			logger.warn("The widget's versions cannot be kept in {}: {}", this.folder, ex.toString());
		}
	}

	private void keep(Resource file) throws IOException {
		var name = String.valueOf(file.getFilename());
		var kept = this.folder.resolve(name);
		if (NAME.matcher(name).matches() && !Files.exists(kept)) {
			// browsers keep it for a year, so nobody may ever see half of it
			var unfinished = Files.createTempFile(this.folder, "widget", ".part");
			Files.write(unfinished, file.getContentAsByteArray());
			Files.move(unfinished, kept, StandardCopyOption.ATOMIC_MOVE);
		}
	}

	/** Where they are, for a resource handler. */
	Resource location() {
		return new FileSystemResource(this.folder + "/");
	}

}
