namespace Covet.Infrastructure;

/// <summary>Knows the SQL that ends a transaction, which is Covet's to say.</summary>
internal static class TransactionControl
{
    /// <summary>Refuses a statement that would end the transaction that it runs in. Savepoints of one's own are no matter.</summary>
    /// <exception cref="InvalidOperationException">It is COMMIT, END, ABORT, ROLLBACK or PREPARE TRANSACTION.</exception>
    public static void Refuse(string text)
    {
        var rest = text.AsSpan();
        string word = Next(ref rest);
        bool ends = word switch
        {
            "COMMIT" or "END" or "ABORT" => true,
            "ROLLBACK" => !Rolls(ref rest),
            "PREPARE" => Next(ref rest) == "TRANSACTION",
            _ => false,
        };
        if (ends)
        {
            throw new InvalidOperationException(
                $"{word} would end the transaction behind Covet's back, so it isn't sent. To commit, return from the delegate of TransactionAsync; to roll back, throw; " +
                "to roll a part back, run it in a nested transaction (tx.TransactionAsync).");
        }
    }

    /// <summary>Whether a ROLLBACK goes no further than to a savepoint.</summary>
    private static bool Rolls(ref ReadOnlySpan<char> rest)
    {
        string next = Next(ref rest);
        if (next is "TRANSACTION" or "WORK")
            next = Next(ref rest);
        return next == "TO";
    }

    /// <summary>The next word in capitals, past blanks and comments; empty where something else follows.</summary>
    private static string Next(ref ReadOnlySpan<char> rest)
    {
        while (true)
        {
            rest = rest.TrimStart();
            int end;
            if (rest.StartsWith("--"))
                end = rest.IndexOf('\n');
            else if (rest.StartsWith("/*"))
                end = rest.IndexOf("*/") is var close and >= 0 ? close + 1 : -1;
            else
                break;
            rest = end < 0 ? [] : rest[(end + 1)..];
        }
        int length = 0;
        while (length < rest.Length && char.IsAsciiLetter(rest[length]))
            length++;
        string word = rest[..length].ToString().ToUpperInvariant();
        rest = rest[length..];
        return word;
    }
}
