/** The page that shows how methods did on a data set: a table and plots in one HTML file that needs nothing else. */
package io.github.zsl4j.cli.report;
