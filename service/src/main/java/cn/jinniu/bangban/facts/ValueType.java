package cn.jinniu.bangban.facts;

import cn.jinniu.bangban.text.Text;
import org.jspecify.annotations.Nullable;

/** A kind of JSON value that facts are written in, and reading it. */
interface ValueType<T> {
    /**
     * Reads the value whose first token the scan stands at, and leaves the scan at the value's last token.
     *
     * @return null when the value is wrong, which then has been reported
     */
    @Nullable
    T read(Scan scan);

    /** What a value has to be, to go into "expected … but found …". */
    Text expected();

    Shape shape();
}
