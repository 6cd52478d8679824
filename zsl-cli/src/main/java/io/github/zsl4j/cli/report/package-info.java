/** The pages that commands write: HTML files with pictures in them that need nothing else. */
package io.github.zsl4j.cli.report;
