namespace Covet.Specification;

/// <summary>Values that break out of SQL, patterns, JSON or encodings wherever one of them is written as text.</summary>
public static class Payloads
{
    /// <summary>What every database stores as it is.</summary>
    public static readonly string[] All =
    [
        "''", "'", "\"", "\\", "\\'", "\\\\'", "'--", "'#", "'/*", "*/", ";", "';--", "'; DROP TABLE canary;--", "'; DROP TABLE posts;--",
        "' OR '1'='1", "1 OR 1=1", "1) OR (1=1", "') OR ('a'='a", "' UNION SELECT NULL--", "' AND 1=CAST((SELECT version()) AS int)--",
        "'||(SELECT 1)||'", "'+'", "' || pg_sleep(5)--", "1; SELECT pg_sleep(5)", "' AND randomblob(1e9)--", "$$", "$q$", "$1", "@p0", ":p", "?",
        "{0}", "{{0}}", "%s", "%(x)s", "E'\\''", "U&'\\0027'", "x'41'", "0x41", "NULL", "null", "DEFAULT", "CURRENT_USER", "true", "-1", "1e309", "NaN",
        "Infinity", "''''''''", "a'b\"c", "`", "[x]", "--\n", "/*!50000*/", "\u02BC \u02B9 \uFF07", "\u2028", "\r\n", "\t", "\x1a", "\b", "\uFEFF",
        "\u202Etxet", "\uFFFF", "e\u0301", "\u00E9", "İ", "ı", "ß", "👩\u200D👩\u200D👧\u200D👦", "\u00BF'", "\u00BF\\'", "%", "_", "\\%", "%\\", "ends in \\", "*",
        "[a-z]", ".*", "(a+)+$", "{\"$gt\":\"\"}", "$.\"a\".b", "$[0]", "'{}'", "{}", "{\"a\\u0000\":1}", "\\u0000", "\\x00", "a\"b", "a\"\"b", "a.b",
        "a\".\"b", "public\".\"users", "a\";--", "a\" UNION", "pg_catalog.pg_shadow", "sqlite_master", "rowid", "ctid", "count(*)", "id DESC; --", "-name",
        "name__contains", "__class__", "select", "İd", "a\u200Bb", " ", " x ", "' ' '", "x'); DELETE FROM posts; --", "*/ DELETE FROM posts; /*",
        "@keys", "@p0; --", "'@p1'", "\\copy", "{", "}", "{value}", "\0x".Replace("\0", "\\0", StringComparison.Ordinal),
    ];

    /// <summary>What no text column of PostgreSQL stores: refused on every database before anything is sent.</summary>
    public static readonly string[] Refused = ["\0", "a\0b", "'\0; DROP TABLE canary;--", "\uD800", "a\uDC00", "\uDC00\uD800", "👍\uD83D"];

    /// <summary>A megabyte of quotes.</summary>
    public static readonly string Megabyte = new('\'', 1 << 20);
}
