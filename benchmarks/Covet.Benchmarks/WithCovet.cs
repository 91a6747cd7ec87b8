namespace Bench;

/// <summary>Covet as it is used.</summary>
internal sealed class WithCovet(BenchDb db)
{
    public async Task<long> FindAsync(int id) => Checksum.Of((await db.Posts.FindAsync(id))!);

    public async Task<long> ListAsync(int count) => Checksum.Of(await db.Posts.OrderBy(p => p.Id).Take(count).ToListAsync());

    public async Task<long> GraphAsync(int count)
        => Checksum.Of(await db.Users.OrderBy(u => u.Id).Take(count).Prefetch(u => u.Posts.Prefetch(p => p.Comments, p => p.Tags)).ToListAsync());

    public async Task<long> InsertAsync(int count)
    {
        try
        {
            await db.TransactionAsync(async tx =>
            {
                await tx.Tags.InsertManyAsync(Enumerable.Range(0, count).Select(i => new Tag { Name = $"tag {i}" }));
                throw new RollbackException();
            });
        }
        catch (RollbackException)
        {
            // What every contestant does: the next sample starts from the same rows.
        }
        return count;
    }

    private sealed class RollbackException : Exception;
}
