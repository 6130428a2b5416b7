using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace AuthorityDirectory.Web.Hosting;

/// <summary>Encrypts a key of the ring by AES-GCM, under a key of its own that follows from the secret and a random salt (HKDF).</summary>
internal sealed class KeyEncryptor(string secret) : IXmlEncryptor
{
    /// <inheritdoc/>
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var sealedKey = new SealedKey(RandomNumberGenerator.GetBytes(SealedKey.SaltBytes), new byte[SealedKey.TagBytes], new byte[plain.Length]);
        using var cipher = sealedKey.Cipher(secret);
        cipher.Encrypt(SealedKey.Nonce, plain, sealedKey.Content, sealedKey.Tag);
        return new(sealedKey.Write(), typeof(KeyDecryptor));
    }
}

/// <summary>Decrypts what <see cref="KeyEncryptor"/> wrote; the framework makes it from the name that stands beside the key.</summary>
internal sealed class KeyDecryptor(IServiceProvider services) : IXmlDecryptor
{
    /// <inheritdoc/>
    /// <exception cref="CryptographicException">The secret is another or missing; the message says what to do.</exception>
    public XElement Decrypt(XElement encryptedElement)
    {
        var sealedKey = SealedKey.Read(encryptedElement);
        var secret = services.GetRequiredService<IConfiguration>()[KeyRing.Secret];
        try
        {
            var plain = new byte[sealedKey.Content.Length];
            using var cipher = sealedKey.Cipher(secret ?? "");
            cipher.Decrypt(SealedKey.Nonce, sealedKey.Content, sealedKey.Tag, plain);
            return XElement.Parse(Encoding.UTF8.GetString(plain));
        }
        catch (CryptographicException error)
        {
            throw new CryptographicException($"A key of the ring was protected with another {KeyRing.Secret}: restore that secret, or what it protected is lost.", error);
        }
    }
}

/// <summary>An encrypted key as it is stored.</summary>
internal sealed record SealedKey(byte[] Salt, byte[] Tag, byte[] Content)
{
    public const int SaltBytes = 32;

    public const int TagBytes = 16;

    private const int KeyBytes = 32;

    private static readonly byte[] Purpose = "authority-directory key ring"u8.ToArray();

    /// <summary>Always the same, because a salt, and so a key, is used once.</summary>
    public static byte[] Nonce { get; } = new byte[12];

    public AesGcm Cipher(string secret) => new(HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), KeyBytes, Salt, Purpose), TagBytes);

    public XElement Write() => new("sealedKey",
        new XAttribute("salt", Convert.ToBase64String(Salt)), new XAttribute("tag", Convert.ToBase64String(Tag)), Convert.ToBase64String(Content));

    public static SealedKey Read(XElement element) => new(Bytes(element.Attribute("salt")!.Value), Bytes(element.Attribute("tag")!.Value), Bytes(element.Value));

    private static byte[] Bytes(string text) => Convert.FromBase64String(text);
}
