using Dapper;
using Microsoft.Data.Sqlite;

namespace Bench;

/// <summary>Dapper as it is used: anonymous parameters, lists expanded by Dapper.</summary>
internal sealed class WithDapper(SqliteConnection connection)
{
    private const string PostColumns = "id AS Id, author_id AS AuthorId, title AS Title, body AS Body, views AS Views, created_at AS CreatedAt";

    private sealed record Pair(int Id, string Name, int PostId)
    {
        public Pair(long id, string name, long postId) : this((int)id, name, (int)postId)
        {
        }
    }

    public async Task<long> FindAsync(int id)
        => Checksum.Of((await connection.QueryFirstAsync<PostRow>($"SELECT {PostColumns} FROM posts WHERE id = @id", new { id })));

    public async Task<long> ListAsync(int count)
        => Checksum.Of((await connection.QueryAsync<PostRow>($"SELECT {PostColumns} FROM posts ORDER BY id LIMIT @count", new { count })).AsList());

    public async Task<long> GraphAsync(int count)
    {
        var users = (await connection.QueryAsync<UserRow>("SELECT id AS Id, name AS Name, email AS Email, created_at AS CreatedAt FROM users ORDER BY id LIMIT @count", new { count })).ToDictionary(user => user.Id);
        var posts = (await connection.QueryAsync<PostRow>($"SELECT {PostColumns} FROM posts WHERE author_id IN @keys ORDER BY id", new { keys = users.Keys })).ToDictionary(post => post.Id);
        foreach (var post in posts.Values)
            users[post.AuthorId].Posts.Add(post);
        foreach (var comment in await connection.QueryAsync<CommentRow>("SELECT id AS Id, post_id AS PostId, text AS Text FROM comments WHERE post_id IN @keys ORDER BY id", new { keys = posts.Keys }))
            posts[comment.PostId].Comments.Add(comment);
        var tags = new Dictionary<int, TagRow>();
        foreach (var pair in await connection.QueryAsync<Pair>("SELECT t.id AS Id, t.name AS Name, l.post_id AS PostId FROM tags t JOIN post_tags l ON l.tag_id = t.id WHERE l.post_id IN @keys ORDER BY t.id", new { keys = posts.Keys }))
        {
            if (!tags.TryGetValue(pair.Id, out var tag))
                tags.Add(pair.Id, tag = new TagRow { Id = pair.Id, Name = pair.Name });
            posts[pair.PostId].Tags.Add(tag);
        }
        return Checksum.Of(users.Values);
    }

    public async Task<long> InsertAsync(int count)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        for (int i = 0; i < count; i++)
            await connection.ExecuteScalarAsync<long>("INSERT INTO tags (name) VALUES (@name) RETURNING id", new { name = $"tag {i}" }, transaction);
        await transaction.RollbackAsync();
        return count;
    }
}
