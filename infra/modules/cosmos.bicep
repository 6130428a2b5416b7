param accountName string
param location string
param readRegions array
param maxThroughput int
param backupTier string
param tags object

var databaseName = 'directory'
var regions = concat([location], readRegions)

// Nothing is ever asked of the database but an item by its id and the feed of changes, so nothing is indexed.
var noIndex = {
  indexingMode: 'consistent'
  automatic: true
  includedPaths: []
  excludedPaths: [{ path: '/*' }]
}

resource account 'Microsoft.DocumentDB/databaseAccounts@2024-11-15' = {
  name: accountName
  location: location
  tags: tags
  kind: 'GlobalDocumentDB'
  properties: {
    databaseAccountOfferType: 'Standard'
    consistencyPolicy: { defaultConsistencyLevel: 'Session' }
    locations: [for (region, i) in regions: {
      locationName: region
      failoverPriority: i
    }]
    // With two regions that take writes, the later of two writers would silently win: the directory refuses such an account.
    enableMultipleWriteLocations: false
    // A failover may lose the last writes: it is a person's decision.
    enableAutomaticFailover: false
    disableLocalAuth: true
    disableKeyBasedMetadataWriteAccess: true
    minimalTlsVersion: 'Tls12'
    backupPolicy: {
      type: 'Continuous'
      continuousModeProperties: { tier: backupTier }
    }
  }
}

resource database 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases@2024-11-15' = {
  parent: account
  name: databaseName
  properties: {
    resource: { id: databaseName }
    options: {
      autoscaleSettings: { maxThroughput: maxThroughput }
    }
  }
}

resource ledger 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2024-11-15' = {
  parent: database
  name: 'ledger'
  properties: {
    resource: {
      id: 'ledger'
      partitionKey: {
        paths: ['/ledger']
        kind: 'Hash'
        version: 2
      }
      indexingPolicy: noIndex
    }
  }
}

resource work 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2024-11-15' = {
  parent: database
  name: 'work'
  properties: {
    resource: {
      id: 'work'
      partitionKey: {
        paths: ['/area']
        kind: 'Hash'
        version: 2
      }
      indexingPolicy: noIndex
      // On, without a default: an item says itself when it expires.
      defaultTtl: -1
    }
  }
}

output accountName string = account.name
output endpoint string = account.properties.documentEndpoint
output databaseName string = database.name
