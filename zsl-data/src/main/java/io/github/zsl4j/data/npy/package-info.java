/**
 * Arrays in the files of NumPy: {@code .npy}, one array, and {@code .npz}, a zip archive of them. Files are taken as
 * hostile: sizes are checked before memory is taken, and nothing in a file is ever run.
 *
 * <p><b>References:</b> NumPy Enhancement Proposal 1, "A simple file format for NumPy arrays".
 */
package io.github.zsl4j.data.npy;
