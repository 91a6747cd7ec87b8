namespace Covet;

/// <summary>A statement failed in the transaction, so nothing of it is committed and nothing more runs in it. The first failure is inside.</summary>
public sealed class TransactionAbortedException : CovetException
{
    internal TransactionAbortedException(Exception first)
        : base(
            "A statement failed in the transaction, so it is rolled back and runs nothing more. Let the exception leave the delegate of " +
            $"TransactionAsync, or run what may fail in a nested transaction (tx.TransactionAsync). The failure: {first.Message}",
            first)
    {
    }
}
